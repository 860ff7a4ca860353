/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.mongo;

import community.townhall.kit.outbox.Versioned;
import community.townhall.moderation.cases.Case;
import community.townhall.moderation.cases.CaseOrigin;
import community.townhall.moderation.cases.CaseReport;
import community.townhall.moderation.cases.CaseReports;
import community.townhall.moderation.cases.CaseStatus;
import community.townhall.moderation.cases.Closing;
import community.townhall.moderation.cases.Decision;
import community.townhall.moderation.cases.Decisions;
import community.townhall.moderation.cases.Effect;
import community.townhall.moderation.cases.Note;
import community.townhall.moderation.cases.Progress;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A case as it is stored.
 *
 * @param closed for the index that finds what waits
 * @param effectsSince when the oldest effect was made that has yet to be carried out, absent when none has
 */
@Document("cases")
record CaseDocument(
        @Id String id,
        long version,
        String targetType,
        String authorId,
        Revision snapshot,
        List<Verdict> verdicts,
        @Nullable Revision reported,
        CaseOrigin origin,
        CaseStatus status,
        boolean closed,
        @Nullable String assigneeId,
        @Nullable Instant claimedUntil,
        @Nullable Closing closing,
        List<CaseReport> reports,
        List<Note> notes,
        List<Decision> decisions,
        Instant openedAt,
        int effectsMade,
        List<Effect> effects,
        @Nullable Instant effectsSince)
        implements Versioned {

    static CaseDocument of(Case subject) {
        return new CaseDocument(
                subject.id(),
                subject.version(),
                subject.targetType().name(),
                subject.authorId(),
                subject.snapshot(),
                subject.verdicts(),
                subject.reported(),
                subject.origin(),
                subject.progress().status(),
                subject.isClosed(),
                subject.progress().assigneeId(),
                subject.progress().claimedUntil(),
                subject.progress().closing(),
                subject.reports().all(),
                subject.notes(),
                subject.decisions().kept(),
                subject.openedAt(),
                subject.effectsMade(),
                subject.effects(),
                subject.effects().isEmpty()
                        ? null
                        : subject.effects().getFirst().at());
    }

    Case toCase() {
        return new Case(
                id,
                version,
                new SubjectType(targetType),
                authorId,
                snapshot,
                verdicts,
                reported,
                origin,
                new Progress(status, assigneeId, claimedUntil, closing),
                new CaseReports(reports),
                notes,
                new Decisions(decisions),
                openedAt,
                effectsMade,
                effects);
    }
}
