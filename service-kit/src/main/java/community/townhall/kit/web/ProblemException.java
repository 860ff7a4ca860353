/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal that becomes an RFC 9457 problem detail as it is. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String type;
    private final String title;
    private final List<FieldError> errors;
    private @Nullable Duration retryAfter;

    ProblemException(HttpStatus status, String type, String title, String detail, List<FieldError> errors) {
        super(detail, null, false, false); // an answer, not a fault: nobody reads its stack
        this.status = status;
        this.type = type;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /**
     * What is wrong with one field.
     *
     * @param field the path of the field in the request, such as {@code topics[0]}
     * @param rule the rule's name, stable across languages and releases
     * @param message for people
     */
    public record FieldError(String field, String rule, String message) {}

    /** With word of when to try again. */
    ProblemException after(Duration pause) {
        this.retryAfter = pause;
        return this;
    }

    /** When to try again, absent where that would not help. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    public HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
