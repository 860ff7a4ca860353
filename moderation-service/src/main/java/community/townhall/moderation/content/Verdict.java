/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import org.jspecify.annotations.Nullable;

/**
 * What one phase made of a text.
 *
 * @param reason for the author, present when the outcome is {@link Outcome#HOLD} or {@link Outcome#REJECT}
 * @param detail for moderators only, such as the words that were met
 */
public record Verdict(
        String phase,
        Outcome outcome,
        @Nullable Reason reason,
        @Nullable String detail) {

    public Verdict {
        boolean objects = outcome.compareTo(Outcome.PASS) > 0;
        if (objects != (reason != null)) {
            throw new IllegalArgumentException("A verdict has a reason exactly when it objects: " + phase);
        }
    }

    public static Verdict notApplicable(String phase) {
        return new Verdict(phase, Outcome.NOT_APPLICABLE, null, null);
    }

    public static Verdict pass(String phase) {
        return new Verdict(phase, Outcome.PASS, null, null);
    }

    /** An objection under the rule that has the phase's name. */
    public static Verdict objection(String phase, Outcome outcome, String explanation, @Nullable String detail) {
        return new Verdict(phase, outcome, new Reason(phase, explanation), detail);
    }
}
