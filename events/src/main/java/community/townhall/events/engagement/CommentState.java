/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Markup;
import community.townhall.events.PublicationStatus;
import community.townhall.events.SubmittedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it stands after the event.
 *
 * @param postId the post (or answer) it stands under
 * @param parentId the comment it replies to, absent for one on the post itself
 * @param text as written
 * @param revision counts texts: 1 is the first
 * @param markup how the text is written, absent for Markdown
 */
public record CommentState(
        String id,
        String authorId,
        String postId,
        @Nullable String parentId,
        String text,
        int revision,
        PublicationStatus status,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable String origin,
        @Nullable Markup markup) {

    /** A comment that is written in Markdown. */
    public CommentState(
            String id,
            String authorId,
            String postId,
            @Nullable String parentId,
            String text,
            int revision,
            PublicationStatus status,
            Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable String origin) {
        this(id, authorId, postId, parentId, text, revision, status, createdAt, publishedAt, origin, null);
    }

    /** Its text. */
    SubmittedText submitted() {
        return new SubmittedText(
                SubmittedText.COMMENT,
                id,
                postId,
                authorId,
                new SubmittedText.Wording(revision, null, text, markup),
                null,
                origin);
    }
}
