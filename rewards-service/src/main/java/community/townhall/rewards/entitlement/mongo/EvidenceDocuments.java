/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import community.townhall.rewards.entitlement.Acceptance;
import community.townhall.rewards.entitlement.Content;
import community.townhall.rewards.entitlement.Vote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The evidence as it is stored. */
final class EvidenceDocuments {

    private EvidenceDocuments() {}

    @Document("content")
    record ContentDocument(
            @Id String id,
            long version,
            Content.Kind kind,
            String authorId,
            @Nullable String questionId,
            boolean visible,
            Instant publishedAt) {

        static ContentDocument of(Content content) {
            return new ContentDocument(
                    content.id(),
                    content.version(),
                    content.kind(),
                    content.authorId(),
                    content.questionId(),
                    content.visible(),
                    content.publishedAt());
        }

        Content toContent() {
            return new Content(id, version, kind, authorId, questionId, visible, publishedAt);
        }
    }

    @Document("votes")
    record VoteDocument(
            @Id String id,
            long version,
            String targetId,
            String memberId,
            @Nullable Boolean pseudonymous,
            boolean up,
            Instant at) {

        static VoteDocument of(Vote vote) {
            return new VoteDocument(
                    vote.id(),
                    vote.version(),
                    vote.targetId(),
                    vote.memberId(),
                    vote.pseudonymous() ? true : null,
                    vote.up(),
                    vote.at());
        }

        Vote toVote() {
            return new Vote(id, version, targetId, memberId, Boolean.TRUE.equals(pseudonymous), up, at);
        }
    }

    @Document("acceptances")
    record AcceptanceDocument(
            @Id String id,
            long version,
            String askerId,
            @Nullable String answerId,
            Instant at) {

        static AcceptanceDocument of(Acceptance acceptance) {
            return new AcceptanceDocument(
                    acceptance.questionId(),
                    acceptance.version(),
                    acceptance.askerId(),
                    acceptance.answerId(),
                    acceptance.at());
        }

        Acceptance toAcceptance() {
            return new Acceptance(id, version, askerId, answerId, at);
        }
    }
}
