/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import community.townhall.content.post.Refusal;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import java.util.Objects;
import java.util.function.Supplier;

/** Refused decisions as problem details. */
final class Refusals {

    private Refusals() {}

    static <T> T answering(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (Refusal refusal) {
            throw problem(refusal);
        }
    }

    private static ProblemException problem(Refusal refusal) {
        String message = Objects.requireNonNullElse(refusal.getMessage(), "Refused");
        return switch (refusal.kind()) {
            case ABSENT -> Problems.notFound("post", message);
            case FORBIDDEN ->
                refusal.field() == null
                        ? Problems.forbidden(message)
                        : Problems.forbidden(refusal.field(), String.valueOf(refusal.rule()), message);
            case INVALID -> Problems.invalid(String.valueOf(refusal.field()), String.valueOf(refusal.rule()), message);
            case CONFLICT -> Problems.conflict("Not now", message);
            case STALE -> Problems.stale(message);
        };
    }
}
