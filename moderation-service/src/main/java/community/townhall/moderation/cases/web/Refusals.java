/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.web;

import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import community.townhall.moderation.cases.CaseRefused;
import java.util.Objects;
import java.util.function.Supplier;

/** What cases refuse, as problem details. */
final class Refusals {

    private Refusals() {}

    static <T> T answering(Supplier<T> work) {
        try {
            return work.get();
        } catch (CaseRefused refusal) {
            throw problem(refusal);
        }
    }

    private static ProblemException problem(CaseRefused refusal) {
        String why = String.valueOf(refusal.getMessage());
        return switch (refusal.kind()) {
            case UNKNOWN -> Problems.notFound("case", refusal.rule());
            case STALE -> Problems.stale(why);
            case CONFLICT -> Problems.conflict("Not in this state", why);
            case FORBIDDEN -> Problems.forbidden(why);
            case INVALID -> Problems.invalid(Objects.requireNonNull(refusal.field()), refusal.rule(), why);
            case TOO_MANY -> Problems.tooMany(why);
        };
    }
}
