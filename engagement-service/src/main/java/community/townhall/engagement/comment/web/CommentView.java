/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.web;

import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param status in capitals
 * @param markup how the text is written: imports may be HTML
 * @param moderation only for the author and for moderators
 */
record CommentView(
        String id,
        String postId,
        @Nullable String parentId,
        String status,
        Author author,
        String text,
        Markup markup,
        String html,
        long score,
        long up,
        long down,
        long replies,
        int revision,
        long version,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable String origin,
        @Nullable Moderation moderation) {

    /** @param name absent for who is unknown, such as who left the community it was imported from */
    record Author(String id, @Nullable String name) {}

    record Moderation(String standing, List<Reason> reasons, String by) {}

    record Reason(String rule, String explanation) {}
}
