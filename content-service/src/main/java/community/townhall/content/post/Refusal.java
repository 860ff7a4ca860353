/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import org.jspecify.annotations.Nullable;

/** Why a decision came out as no. Nothing was changed. */
public final class Refusal extends RuntimeException {

    /** What kind of no. */
    public enum Kind {
        /** There is none, or none that this member may see. */
        ABSENT,
        /** This member may not. */
        FORBIDDEN,
        /** A rule forbids that value of the field. */
        INVALID,
        /** Not in the present state. */
        CONFLICT,
        /** Somebody else was quicker. */
        STALE
    }

    private final Kind kind;
    private final @Nullable String field;
    private final @Nullable String rule;

    private Refusal(Kind kind, @Nullable String field, @Nullable String rule, String message) {
        super(message);
        this.kind = kind;
        this.field = field;
        this.rule = rule;
    }

    static Refusal absent(String id) {
        return new Refusal(Kind.ABSENT, null, null, id);
    }

    static Refusal forbidden(String message) {
        return new Refusal(Kind.FORBIDDEN, null, null, message);
    }

    static Refusal invalid(String field, String rule, String message) {
        return new Refusal(Kind.INVALID, field, rule, message);
    }

    static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, null, null, message);
    }

    static Refusal stale(String message) {
        return new Refusal(Kind.STALE, null, null, message);
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
}
