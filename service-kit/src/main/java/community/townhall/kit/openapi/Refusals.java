/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The problem details that requests are refused with, once for all operations. */
enum Refusals {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be understood: `errors` names field and rule"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "There is no access token, or none that is valid"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The caller may not"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is none, or none that the caller may see"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is of no type that the request accepts; nothing was done"),
    CONFLICT(HttpStatus.CONFLICT, "Right in itself, but not in the present state, or decided on an older version"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not of a type that is taken here"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "A rule forbids a value: `errors` names field and rule"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "The caller has used up an allowance; `Retry-After` says when to ask again"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not carried out; it can be sent again in a moment"),
    TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "There was no answer in time; a write may still be carried out");

    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    private final HttpStatus status;
    private final String description;

    Refusals(HttpStatus status, String description) {
        this.status = status;
        this.description = description;
    }

    private String key() {
        return "Refused" + status.value();
    }

    /** Unless the operation has a word of its own for that status. */
    static void addTo(ApiResponses responses, List<Refusals> refusals) {
        for (Refusals refusal : refusals) {
            responses.computeIfAbsent(
                    String.valueOf(refusal.status.value()),
                    _ -> new ApiResponse().$ref("#/components/responses/" + refusal.key()));
        }
    }

    static void addTo(Components components) {
        components.addSchemas(PROBLEM, problem());
        components.addSchemas(FIELD_ERROR, fieldError());
        for (Refusals refusal : values()) {
            components.addResponses(
                    refusal.key(),
                    new ApiResponse()
                            .description(refusal.description)
                            .content(new Content()
                                    .addMediaType(
                                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                            new MediaType().schema(reference(PROBLEM)))));
        }
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
    }

    private static Schema<?> fieldError() {
        return new ObjectSchema()
                .description("What of the request is at fault, and by which rule")
                .addProperty("field", new StringSchema())
                .addProperty("rule", new StringSchema().description("Stable across languages and releases"))
                .addProperty("message", new StringSchema())
                .required(List.of("field", "rule", "message"));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A refusal, after RFC 9457")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("correlationId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(reference(FIELD_ERROR)))
                .required(List.of("title", "status"));
    }
}
