/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.web.ProblemException.FieldError;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The refusals all services know. The types are URNs under {@code urn:townhall:problem:}. */
public final class Problems {

    private Problems() {}

    /** What the domain refuses. */
    static ProblemException of(Refusal refusal) {
        String why = refusal.message();
        String field = refusal.field();
        String rule = String.valueOf(refusal.rule());
        return switch (refusal.kind()) {
            case UNKNOWN -> notFound(why);
            case INVALID -> invalid(String.valueOf(field), rule, why);
            case FORBIDDEN -> field == null ? forbidden(why) : forbidden(field, rule, why);
            case CONFLICT -> conflict("Not now", why);
            case KEPT -> kept(why);
            case STALE -> stale(why);
            case TOO_MANY -> tooMany(why);
        };
    }

    /** 404: there is none, or none that the caller may see. */
    public static ProblemException notFound(String what, String id) {
        return notFound("There is no %s %s".formatted(what, id));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "Not found", detail, List.of());
    }

    /** 409: right in itself, but not in the present state. */
    public static ProblemException conflict(String title, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "conflict", title, detail, List.of());
    }

    /** 409: what an import says is there already in other words, and these stay. */
    public static ProblemException kept(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "kept", "Left as it is", detail, List.of());
    }

    /** 409 because somebody else was quicker. */
    public static ProblemException stale(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "stale-version", "Changed meanwhile", detail, List.of());
    }

    /** 403: the caller is known but may not. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail, List.of());
    }

    /** 403 for a field that only some may set. */
    public static ProblemException forbidden(String field, String rule, String message) {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Not allowed",
                message,
                List.of(new FieldError(field, rule, message)));
    }

    /** 422: well-formed, but a rule of the domain forbids that value. */
    public static ProblemException invalid(String field, String rule, String message) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "Not valid",
                message,
                List.of(new FieldError(field, rule, message)));
    }

    /** 429: the caller has used up an allowance of the domain, such as reports a day. */
    public static ProblemException tooMany(String detail) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many", detail, List.of());
    }

    /** Like {@link #tooMany(String)}, where waiting helps. */
    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return tooMany(detail).after(retryAfter);
    }

    /** 503: nothing is wrong with the request, but there is no room for it now. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Temporarily unavailable", detail, List.of())
                .after(retryAfter);
    }

    /** 400: the request itself cannot be understood. */
    public static ProblemException malformed(String field, String rule, String message) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "malformed",
                "Malformed request",
                message,
                List.of(new FieldError(field, rule, message)));
    }

    /** 406: the answer cannot be of the type that is wanted. */
    public static ProblemException notAcceptable(String message) {
        return new ProblemException(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Not acceptable",
                message,
                List.of(new FieldError("Accept", "media-type", message)));
    }

    /** 415: the body is of a type that is not taken here. */
    public static ProblemException unsupported(String field, String message) {
        return new ProblemException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported media type",
                message,
                List.of(new FieldError(field, "media-type", message)));
    }
}
