/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Markup;
import community.townhall.events.PublicationStatus;
import community.townhall.events.SubmittedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it stands after the event.
 *
 * @param title absent for an answer
 * @param topics slugs; an answer carries its question's
 * @param questionId for an answer, what it answers
 * @param text of the revision in force, as written
 * @param revision counts texts: 1 is the first
 * @param proposedEdit an edit of a published post that waits to be screened; the post shows its former text meanwhile
 * @param acceptedAnswerId for a question, the answer its author accepted
 * @param createdAt when it was written
 * @param publishedAt when it first became visible, absent until then
 * @param origin the community it was imported from, absent for what was written here
 * @param markup how the text is written, absent for Markdown
 */
public record PostState(
        String id,
        String authorId,
        PostKind kind,
        @Nullable String title,
        List<String> topics,
        @Nullable String questionId,
        String text,
        int revision,
        @Nullable ProposedEdit proposedEdit,
        PublicationStatus status,
        @Nullable String acceptedAnswerId,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable String origin,
        @Nullable Markup markup) {

    /** A post that is written in Markdown. */
    public PostState(
            String id,
            String authorId,
            PostKind kind,
            @Nullable String title,
            List<String> topics,
            @Nullable String questionId,
            String text,
            int revision,
            @Nullable ProposedEdit proposedEdit,
            PublicationStatus status,
            @Nullable String acceptedAnswerId,
            Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable String origin) {
        this(
                id,
                authorId,
                kind,
                title,
                topics,
                questionId,
                text,
                revision,
                proposedEdit,
                status,
                acceptedAnswerId,
                createdAt,
                publishedAt,
                origin,
                null);
    }

    /** Its newest text: an edit that waits beside the text in force, or else that text. */
    SubmittedText submitted() {
        SubmittedText.Wording text = new SubmittedText.Wording(revision, title, this.text, markup);
        return new SubmittedText(
                SubmittedText.POST,
                id,
                questionId,
                authorId,
                proposedEdit == null ? text : proposedEdit.wording(),
                proposedEdit == null ? null : text,
                origin);
    }

    /**
     * A text that waits for screening.
     *
     * @param markup how it is written, absent for Markdown
     */
    public record ProposedEdit(
            int revision,
            @Nullable String title,
            String text,
            Instant proposedAt,
            @Nullable Markup markup) {

        /** A text that is written in Markdown. */
        public ProposedEdit(int revision, @Nullable String title, String text, Instant proposedAt) {
            this(revision, title, text, proposedAt, null);
        }

        private SubmittedText.Wording wording() {
            return new SubmittedText.Wording(revision, title, text, markup);
        }
    }
}
