/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.mongo;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentStatus;
import community.townhall.engagement.comment.CommentText;
import community.townhall.engagement.comment.Standing;
import community.townhall.kit.outbox.Versioned;
import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** @param markup absent for Markdown, as all comments were once */
@Document("comments")
record CommentDocument(
        @Id String id,
        long version,
        String authorId,
        String postId,
        @Nullable String parentId,
        String text,
        int revision,
        CommentStatus status,
        @Nullable StandingDocument standing,
        boolean deletedByAuthor,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable String origin,
        @Nullable String requestHash,
        @Nullable Markup markup)
        implements Versioned {

    record StandingDocument(
            long version,
            int revision,
            Standing.Verdict verdict,
            List<ReasonDocument> reasons,
            boolean byPerson,
            Instant decidedAt) {

        static StandingDocument of(Standing standing) {
            return new StandingDocument(
                    standing.version(),
                    standing.revision(),
                    standing.verdict(),
                    standing.reasons().stream()
                            .map(reason -> new ReasonDocument(reason.rule(), reason.explanation()))
                            .toList(),
                    standing.byPerson(),
                    standing.decidedAt());
        }

        Standing toStanding() {
            return new Standing(
                    version,
                    revision,
                    verdict,
                    reasons.stream()
                            .map(reason -> new Standing.Reason(reason.rule(), reason.explanation()))
                            .toList(),
                    byPerson,
                    decidedAt);
        }
    }

    record ReasonDocument(String rule, String explanation) {}

    static CommentDocument of(Comment comment) {
        Standing standing = comment.standing();
        return new CommentDocument(
                comment.id(),
                comment.version(),
                comment.authorId(),
                comment.postId(),
                comment.parentId(),
                comment.text().value(),
                comment.revision(),
                comment.status(),
                standing == null ? null : StandingDocument.of(standing),
                comment.deletedByAuthor(),
                comment.createdAt(),
                comment.publishedAt(),
                comment.editedAt(),
                comment.origin(),
                comment.requestHash(),
                comment.text().markup() == Markup.MARKDOWN
                        ? null
                        : comment.text().markup());
    }

    Comment toComment() {
        return new Comment(
                id,
                version,
                authorId,
                postId,
                parentId,
                new CommentText(text, markup == null ? Markup.MARKDOWN : markup),
                revision,
                status,
                standing == null ? null : standing.toStanding(),
                deletedByAuthor,
                createdAt,
                publishedAt,
                editedAt,
                origin,
                requestHash);
    }
}
