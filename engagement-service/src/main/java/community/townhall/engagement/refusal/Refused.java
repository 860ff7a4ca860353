/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.refusal;

import org.jspecify.annotations.Nullable;

/** A rule of the domain forbids what was asked for. Nothing was changed. */
public final class Refused extends RuntimeException {

    /** What kind of refusal it is. */
    public enum Kind {
        /** There is none, or none that the asker may see. */
        NOT_FOUND,
        /** A value is against a rule. */
        NOT_VALID,
        /** The asker may not. */
        NOT_ALLOWED,
        /** Right in itself, but not in the present state. */
        NOT_NOW,
        /** Decided on a state that is no longer current. */
        STALE
    }

    private final Kind kind;
    private final @Nullable String field;
    private final String rule;

    private Refused(Kind kind, @Nullable String field, String rule, String message) {
        super(message, null, false, false); // a decision, not a fault: nobody reads its stack
        this.kind = kind;
        this.field = field;
        this.rule = rule;
    }

    public static Refused notFound(String what, String id) {
        return new Refused(Kind.NOT_FOUND, what, id, "There is no %s %s".formatted(what, id));
    }

    /** @param rule the rule's name, stable across languages and releases */
    public static Refused notValid(String field, String rule, String message) {
        return new Refused(Kind.NOT_VALID, field, rule, message);
    }

    public static Refused notAllowed(@Nullable String field, String rule, String message) {
        return new Refused(Kind.NOT_ALLOWED, field, rule, message);
    }

    public static Refused notNow(String rule, String message) {
        return new Refused(Kind.NOT_NOW, null, rule, message);
    }

    public static Refused stale(String message) {
        return new Refused(Kind.STALE, null, "version", message);
    }

    public Kind kind() {
        return kind;
    }

    /** The field of the request that is at fault; for {@link Kind#NOT_FOUND} what is missing. */
    public @Nullable String field() {
        return field;
    }

    /** The rule; for {@link Kind#NOT_FOUND} the id of what is missing. */
    public String rule() {
        return rule;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
