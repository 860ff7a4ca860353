/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import org.jspecify.annotations.Nullable;

/** Something cannot be done with a case; the message says why, for people. */
public final class CaseRefused extends RuntimeException {

    /** Why not. */
    public enum Kind {
        /** There is no such case. */
        UNKNOWN,
        /** The case changed since it was looked at. */
        STALE,
        /** Not in the present state. */
        CONFLICT,
        /** Not by this moderator. */
        FORBIDDEN,
        /** A field is not as it must be. */
        INVALID,
        /** An allowance is used up. */
        TOO_MANY
    }

    private final Kind kind;
    private final @Nullable String field;
    private final String rule;

    private CaseRefused(Kind kind, @Nullable String field, String rule, String message) {
        super(message);
        this.kind = kind;
        this.field = field;
        this.rule = rule;
    }

    static CaseRefused because(Kind kind, String message) {
        return new CaseRefused(kind, null, "", message);
    }

    static CaseRefused unknown(String id) {
        return new CaseRefused(Kind.UNKNOWN, null, id, "There is no case " + id);
    }

    static CaseRefused invalid(String field, String rule, String message) {
        return new CaseRefused(Kind.INVALID, field, rule, message);
    }

    public Kind kind() {
        return kind;
    }

    /** The field that is wrong, present for {@link Kind#INVALID}. */
    public @Nullable String field() {
        return field;
    }

    /** The rule it breaks; for {@link Kind#UNKNOWN}, the id. */
    public String rule() {
        return rule;
    }
}
