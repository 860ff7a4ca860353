/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.imported;

import community.townhall.engagement.refusal.Refused;
import community.townhall.kit.imported.ImportRules;
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
     * @throws Refused naming the part at fault
     */
    public Complete complete(boolean byOperator, Instant now) {
        Complete complete = complete(byOperator, "", now);
        if (complete.authorId().isEmpty()) {
            throw Refused.notValid("imported.authorId", "required", "imported.authorId is required");
        }
        return complete;
    }

    /** Like {@link #complete(boolean, Instant)}, where the author goes without saying. */
    public Complete complete(boolean byOperator, String defaultAuthorId, Instant now) {
        if (!byOperator) {
            throw Refused.notAllowed("imported", "operators-only", "Only operators import");
        }
        ImportRules.brokenBy(origin, authorId, at, now).ifPresent(broken -> {
            throw Refused.notValid(broken.field(), broken.rule(), broken.message());
        });
        return new Complete(
                Objects.requireNonNull(origin),
                authorId == null ? defaultAuthorId : authorId,
                Objects.requireNonNull(at));
    }
}
