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

/** A content as it is stored. */
@Document("contents")
record ContentDocument(
        @Id String id,
        long version,
        SubjectType type,
        String authorId,
        @Nullable String origin,
        Revision latest,
        @Nullable Revision visible,
        Standing standing,
        List<Reason> reasons,
        @Nullable String decidedBy,
        @Nullable String caseId,
        Instant decidedAt,
        int rulings,
        @Nullable Instant submittedAt,
        String fingerprint,
        List<Screening> screenings)
        implements Versioned {

    static ContentDocument of(Content content) {
        return new ContentDocument(
                content.id(),
                content.version(),
                content.type(),
                content.authorId(),
                content.origin(),
                content.latest(),
                content.visible(),
                content.standing(),
                content.reasons(),
                content.decidedBy(),
                content.caseId(),
                content.decidedAt(),
                content.rulings(),
                content.submittedAt(),
                content.fingerprint(),
                content.screenings());
    }

    Content toContent() {
        return new Content(
                id,
                version,
                type,
                authorId,
                origin,
                latest,
                visible,
                standing,
                reasons,
                decidedBy,
                caseId,
                decidedAt,
                rulings,
                submittedAt,
                fingerprint,
                screenings);
    }
}
