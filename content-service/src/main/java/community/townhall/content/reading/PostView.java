/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post with its text.
 *
 * @param text as written
 * @param markup how: imports may be HTML, or Markdown with HTML of any kind in it
 * @param html the same, safe to put into a page
 * @param version to be named when the post is edited
 * @param publishAt of a scheduled post
 * @param editedAt when the text in force was written, absent while it is the first
 * @param proposedEdit for its author and moderators
 * @param moderation for its author and moderators
 */
public record PostView(
        String id,
        PostKind kind,
        PostStatus status,
        @Nullable String title,
        String text,
        Markup markup,
        String html,
        List<String> topics,
        AuthorView author,
        @Nullable String questionId,
        @Nullable String acceptedAnswerId,
        long score,
        long up,
        long down,
        long comments,
        long answers,
        int revision,
        long version,
        Instant createdAt,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable String origin,
        @Nullable ProposedEdit proposedEdit,
        @Nullable ModerationView moderation) {

    /** @param moderation what moderation said of it so far */
    public record ProposedEdit(
            int revision,
            @Nullable String title,
            String text,
            Markup markup,
            String html,
            Instant at,
            @Nullable ModerationView moderation) {}
}
