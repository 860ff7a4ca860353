/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.imported;

import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says of a request that it repeats what happened elsewhere. Only operators may say so.
 *
 * @param origin the community it happened in, such as {@code quantumcomputing.stackexchange.com}
 * @param authorId whose doing it was
 * @param at when it happened there
 */
public record Imported(
        @Nullable String origin,
        @Nullable String authorId,
        @Nullable Instant at) {

    /** An import with all it needs. */
    public record Complete(String origin, String authorId, Instant at) {}

    /**
     * @param byOperator whether an operator asks
     * @param now nothing is imported from the future
     * @throws Refusal naming the part at fault
     */
    public Complete complete(boolean byOperator, Instant now) {
        Complete complete = complete(byOperator, "", now);
        if (complete.authorId().isEmpty()) {
            throw Refusal.invalid("imported.authorId", "required", "imported.authorId is required");
        }
        return complete;
    }

    /** Like {@link #complete(boolean, Instant)}, where the author goes without saying. */
    public Complete complete(boolean byOperator, String defaultAuthorId, Instant now) {
        if (!byOperator) {
            throw Refusal.forbidden("imported", "operators-only", "Only operators import");
        }
        ImportRules.brokenBy(origin, authorId, at, now).ifPresent(broken -> {
            throw Refusal.invalid(broken.field(), broken.rule(), broken.message());
        });
        return new Complete(
                Objects.requireNonNull(origin),
                authorId == null ? defaultAuthorId : authorId,
                Objects.requireNonNull(at));
    }
}
