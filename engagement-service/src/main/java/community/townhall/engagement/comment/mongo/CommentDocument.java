/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.mongo;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentStatus;
import community.townhall.engagement.comment.CommentText;
import community.townhall.engagement.comment.Standing;
import community.townhall.engagement.tally.Tally;
import community.townhall.kit.outbox.Versioned;
import community.townhall.texts.Markup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param markup absent for Markdown, as all comments were once
 * @param textSince the version with which the text was written; absent for older ones
 * @param uncounted the post, until what it contributes to the post's count is in it
 * @param uncountedReply the same of the comment it replies to
 * @param baseline what it contributed before releases kept note of what is counted
 */
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
        @Nullable Markup markup,
        @Nullable Long textSince,
        @Nullable String uncounted,
        @Nullable String uncountedReply,
        @Nullable Baseline baseline)
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

    record Baseline(long version, @Nullable String counter) {}

    /** @param former as it was loaded, absent for a new one */
    static CommentDocument of(Comment comment, @Nullable CommentDocument former) {
        boolean counts = counter(comment.status()) != null;
        boolean counted = former != null && counter(former.status) != null;
        boolean waits = former != null && (former.uncounted != null || former.uncountedReply != null);
        boolean turns = counts != counted || waits;
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
                        : comment.text().markup(),
                comment.text().since(),
                turns ? comment.postId() : null,
                turns ? comment.parentId() : null,
                former == null ? null : former.baselineOfNext());
    }

    private @Nullable Baseline baselineOfNext() {
        return baseline != null || uncounted != null || uncountedReply != null
                ? baseline
                : new Baseline(version, counter(status));
    }

    static @Nullable String counter(CommentStatus status) {
        return status == CommentStatus.PUBLISHED ? Tally.COMMENTS : null;
    }

    Comment toComment() {
        return new Comment(
                id,
                version,
                authorId,
                postId,
                parentId,
                new CommentText(text, markup == null ? Markup.MARKDOWN : markup, textSince),
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
