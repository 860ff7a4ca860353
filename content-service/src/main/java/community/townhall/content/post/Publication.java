/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.kit.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a post has come towards its readers.
 *
 * @param withdrawn whether its author removed it, for good: no decision of moderation brings it back
 * @param publishAt the time set for a scheduled post
 * @param publishedAt when it first became visible, absent until then
 */
public record Publication(
        PostStatus status,
        boolean withdrawn,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt) {

    private static final Duration LONGEST_SCHEDULE = Duration.ofDays(3_653);

    static final Publication DRAFT = new Publication(PostStatus.DRAFT, false, null, null);
    static final Publication PENDING = new Publication(PostStatus.PENDING, false, null, null);

    /** @throws Refusal when that time has come already, or is too far off */
    static Publication scheduled(Instant publishAt, Instant now) {
        if (!publishAt.isAfter(now)) {
            throw Refusal.invalid("publishAt", "future", "publishAt must be in the future");
        }
        if (publishAt.isAfter(now.plus(LONGEST_SCHEDULE))) {
            throw Refusal.invalid("publishAt", "range", "publishAt must be within ten years");
        }
        return new Publication(PostStatus.SCHEDULED, false, publishAt, null);
    }

    boolean isDueAt(Instant now) {
        return status == PostStatus.SCHEDULED && publishAt != null && !publishAt.isAfter(now);
    }

    public Publication as(PostStatus next) {
        return new Publication(next, withdrawn, null, publishedAt);
    }

    public Publication publishedFrom(Instant at) {
        return new Publication(PostStatus.PUBLISHED, withdrawn, null, publishedAt == null ? at : publishedAt);
    }

    Publication asWithdrawn() {
        return new Publication(PostStatus.REMOVED, true, null, publishedAt);
    }
}
