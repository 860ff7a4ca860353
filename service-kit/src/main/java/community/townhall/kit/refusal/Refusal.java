/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.refusal;

import org.jspecify.annotations.Nullable;

/**
 * A decision that came out as no. Nothing was changed. The message says why, for people; whoever asked over HTTP gets it
 * as a problem detail wherever it is thrown, so no handler has to catch it.
 */
public final class Refusal extends RuntimeException {

    /** What kind of no. */
    public enum Kind {
        /** There is none, or none that the asker may see. */
        UNKNOWN,
        /** A rule forbids that value of the field. */
        INVALID,
        /** The asker may not. */
        FORBIDDEN,
        /** Right in itself, but not in the present state. */
        CONFLICT,
        /** An import says otherwise than what is there, which stays. */
        KEPT,
        /** Decided on a state that is no longer current. */
        STALE,
        /** An allowance is used up. */
        TOO_MANY
    }

    private final Kind kind;
    private final @Nullable String field;
    private final @Nullable String rule;

    private Refusal(Kind kind, @Nullable String field, @Nullable String rule, String message) {
        super(message, null, false, false); // a decision, not a fault: nobody reads its stack
        this.kind = kind;
        this.field = field;
        this.rule = rule;
    }

    /** @param what such as {@code post} */
    public static Refusal unknown(String what, String id) {
        return new Refusal(Kind.UNKNOWN, null, null, "There is no %s %s".formatted(what, id));
    }

    /**
     * @param field its path in the request, such as {@code topics[0]}
     * @param rule its name, stable across languages and releases
     */
    public static Refusal invalid(String field, String rule, String message) {
        return new Refusal(Kind.INVALID, field, rule, message);
    }

    public static Refusal forbidden(String message) {
        return new Refusal(Kind.FORBIDDEN, null, null, message);
    }

    /** For a field that only some may set. */
    public static Refusal forbidden(String field, String rule, String message) {
        return new Refusal(Kind.FORBIDDEN, field, rule, message);
    }

    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, null, null, message);
    }

    /** What is imported never takes the place of what is there in other words, whoever wrote these. */
    public static Refusal kept(String message) {
        return new Refusal(Kind.KEPT, null, null, message);
    }

    public static Refusal stale(String message) {
        return new Refusal(Kind.STALE, null, null, message);
    }

    public static Refusal tooMany(String message) {
        return new Refusal(Kind.TOO_MANY, null, null, message);
    }

    public Kind kind() {
        return kind;
    }

    /** The field that is at fault, absent when none is. */
    public @Nullable String field() {
        return field;
    }

    /** The name of the rule it breaks, absent when no field is at fault. */
    public @Nullable String rule() {
        return rule;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
