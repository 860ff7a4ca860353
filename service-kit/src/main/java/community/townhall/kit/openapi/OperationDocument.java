/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.openapi;

import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Documents of an operation what its handler's annotations say: who may call it, and with what it can be refused. */
final class OperationDocument implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        @Nullable
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        @Nullable Access access = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        if (mapping == null || access == null) {
            return operation;
        }
        boolean writes = Arrays.stream(mapping.method()).anyMatch(method -> method != RequestMethod.GET);
        secure(operation, handler, access.value());
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        parameters.forEach(parameter -> ParameterRules.complete(parameter, mapping));
        boolean named = parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        nameWhatIsMade(operation.getResponses());
        boolean mayBeMissing = named || takesCaller(handler); // such as what the caller has not made yet
        Refusals.addTo(operation.getResponses(), refusals(writes, mayBeMissing, access.value()));
        if (parameters.stream().anyMatch(parameter -> "cursor".equals(parameter.getName()))) {
            Refusals.addTo(operation.getResponses(), List.of(Refusals.INVALID)); // of another list
        }
        return operation;
    }

    private static void secure(Operation operation, HandlerMethod handler, Access.Level level) {
        SecurityRequirement bearer = new SecurityRequirement().addList(ServiceDocument.BEARER);
        if (level != Access.Level.PUBLIC) {
            operation.setSecurity(List.of(bearer));
            String audience = "For %ss.".formatted(level.name().toLowerCase(Locale.ROOT));
            operation.setDescription(
                    operation.getDescription() == null ? audience : operation.getDescription() + "\n\n" + audience);
        } else if (takesCaller(handler)) {
            operation.setSecurity(List.of(new SecurityRequirement(), bearer)); // who signed in sees more
        } else {
            operation.setSecurity(List.of());
        }
    }

    private static boolean takesCaller(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Caller.class);
    }

    private static void nameWhatIsMade(ApiResponses responses) {
        @Nullable ApiResponse created = responses.get("201");
        if (created != null) {
            created.addHeaderObject(
                    "Location",
                    new Header()
                            .description("The address of what was made")
                            .schema(new StringSchema().format("uri-reference")));
        }
    }

    private static List<Refusals> refusals(boolean writes, boolean mayBeMissing, Access.Level level) {
        List<Refusals> refusals = new ArrayList<>(List.of(
                Refusals.MALFORMED,
                Refusals.UNAUTHENTICATED,
                Refusals.NOT_ACCEPTABLE,
                Refusals.TOO_MANY,
                Refusals.UNAVAILABLE,
                Refusals.TIMEOUT));
        if (writes || level != Access.Level.PUBLIC) {
            refusals.add(Refusals.FORBIDDEN);
        }
        if (writes || mayBeMissing) {
            refusals.add(Refusals.NOT_FOUND);
        }
        if (writes) {
            refusals.addAll(List.of(Refusals.CONFLICT, Refusals.TOO_LARGE, Refusals.UNSUPPORTED, Refusals.INVALID));
        }
        return refusals;
    }
}
