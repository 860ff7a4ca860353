/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content.mongo;

import community.townhall.kit.outbox.Versioned;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A content as it is stored.
 *
 * @param textStanding absent in what release 0.1 stored
 */
@Document("contents")
record ContentDocument(
        @Id String id,
        long version,
        String type,
        @Nullable String under,
        String authorId,
        @Nullable String origin,
        Revision latest,
        @Nullable Standing textStanding,
        @Nullable Revision visible,
        Standing standing,
        List<Reason> reasons,
        @Nullable String decidedBy,
        @Nullable String caseId,
        Instant decidedAt,
        int rulings,
        List<Screening> screenings,
        @Nullable Instant deletedAt)
        implements Versioned {

    static ContentDocument of(Content content) {
        return new ContentDocument(
                content.id(),
                content.version(),
                content.type().name(),
                content.under(),
                content.authorId(),
                content.origin(),
                content.latest(),
                content.textStanding(),
                content.visible(),
                content.standing(),
                content.reasons(),
                content.decidedBy(),
                content.caseId(),
                content.decidedAt(),
                content.rulings(),
                content.screenings(),
                content.deletedAt());
    }

    Content toContent() {
        return new Content(
                id,
                version,
                new SubjectType(type),
                under,
                authorId,
                origin,
                latest,
                textStanding == null ? formerly() : textStanding,
                isShownNoMore() ? null : visible,
                standing,
                reasons,
                decidedBy,
                caseId,
                decidedAt,
                rulings,
                screenings,
                deletedAt);
    }

    /** Release 0.1 went on counting a comment's former text as visible, which its edit replaces at once. */
    private boolean isShownNoMore() {
        return textStanding == null && type.equals(SubjectType.COMMENT.name()) && !latest.equals(visible);
    }

    /** What release 0.1 did not write down: how the latest text stood before it was taken from view. */
    private Standing formerly() {
        if (!standing.isTakenDown()) {
            return standing;
        }
        if (latest.equals(visible)) {
            return Standing.APPROVED;
        }
        return screenings.stream()
                .filter(screening -> screening.revision() == latest.number())
                .findFirst()
                .map(Screening::standing)
                .orElse(Standing.HELD);
    }
}
