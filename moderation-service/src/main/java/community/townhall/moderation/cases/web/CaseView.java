/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.web;

import community.townhall.moderation.cases.Case;
import community.townhall.moderation.cases.CaseAction;
import community.townhall.moderation.cases.CaseOrigin;
import community.townhall.moderation.cases.CaseReport;
import community.townhall.moderation.cases.CaseStatus;
import community.townhall.moderation.cases.Closing;
import community.townhall.moderation.cases.Decision;
import community.townhall.moderation.cases.Note;
import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.report.Category;
import community.townhall.texts.Rendering;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A case as moderators see it.
 *
 * @param snapshot the newest text
 * @param reported the text that an open report is about, where that is an older one
 */
record CaseView(
        String id,
        String targetType,
        String targetId,
        CaseStatus status,
        @Nullable Closing closedBecause,
        CaseOrigin origin,
        double score,
        SnapshotView snapshot,
        @Nullable SnapshotView reported,
        AuthorView author,
        List<ReportView> reports,
        List<VerdictView> verdicts,
        @Nullable String assigneeId,
        @Nullable Instant claimedUntil,
        List<Note> notes,
        @Nullable DecisionView decision,
        List<DecisionView> decisions,
        long version,
        Instant openedAt) {

    /**
     * @param text the words readers see; in a list, of a long text the first ones
     * @param html what readers see, safe to put into a page; in a list, absent for a long text
     */
    record SnapshotView(
            int revision,
            @Nullable String title,
            String text,
            @Nullable String html) {

        /** How long a text may be to stand whole in a list, which so has at most two million characters of them. */
        private static final int LONGEST_LISTED = 5_000;

        private static final int LONGEST_HTML_LISTED = 15_000;

        static SnapshotView whole(Revision revision, Case subject) {
            Rendering rendering = revision.rendering(subject.targetType());
            return of(revision, rendering, rendering.html());
        }

        static SnapshotView listed(Revision revision, Case subject) {
            Revision beginning = revision.beginning(LONGEST_LISTED);
            Rendering rendering = beginning.rendering(subject.targetType());
            boolean isWhole = beginning.equals(revision) && rendering.html().length() <= LONGEST_HTML_LISTED;
            return of(revision, rendering, isWhole ? rendering.html() : null);
        }

        private static SnapshotView of(Revision revision, Rendering rendering, @Nullable String html) {
            return new SnapshotView(revision.number(), revision.title(), rendering.words(), html);
        }
    }

    record AuthorView(String id, @Nullable String name) {}

    /** @param revision the text that was reported */
    record ReportView(
            Category category,
            @Nullable String note,
            String reporterId,
            @Nullable Integer revision,
            Instant at,
            boolean settled) {

        static ReportView of(CaseReport report) {
            return new ReportView(
                    report.category(),
                    report.note(),
                    report.reporterId(),
                    report.revision(),
                    report.at(),
                    report.isSettled());
        }
    }

    record VerdictView(
            String phase,
            Outcome outcome,
            @Nullable Reason reason,
            @Nullable String detail) {

        static VerdictView of(Verdict verdict) {
            return new VerdictView(verdict.phase(), verdict.outcome(), verdict.reason(), verdict.detail());
        }
    }

    record DecisionView(
            CaseAction action,
            @Nullable String rule,
            @Nullable String explanation,
            @Nullable String decidedBy,
            Instant at,
            int revision) {

        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.action(),
                    decision.rule(),
                    decision.explanation(),
                    decision.by(),
                    decision.at(),
                    decision.revision());
        }
    }

    /** @param names of members, by id; who has none is called by the id */
    static CaseView of(Case subject, Map<String, String> names, Instant now) {
        return of(subject, SnapshotView::whole, names, now);
    }

    /** As one of many. */
    static CaseView listed(Case subject, Map<String, String> names, Instant now) {
        return of(subject, SnapshotView::listed, names, now);
    }

    private static CaseView of(
            Case subject, BiFunction<Revision, Case, SnapshotView> view, Map<String, String> names, Instant now) {
        Revision reported = subject.reported();
        CaseStatus status = subject.progress().statusAt(now);
        boolean assigned = status == CaseStatus.ASSIGNED;
        String authorId = subject.authorId();
        return new CaseView(
                subject.id(),
                subject.targetType().name(),
                subject.id(),
                status,
                subject.progress().closing(),
                subject.origin(),
                subject.score(),
                view.apply(subject.snapshot(), subject),
                reported == null ? null : view.apply(reported, subject),
                new AuthorView(authorId, names.get(authorId)),
                subject.reports().all().stream().map(ReportView::of).toList(),
                subject.verdicts().stream().map(VerdictView::of).toList(),
                assigned ? subject.progress().assigneeId() : null,
                assigned ? subject.progress().claimedUntil() : null,
                subject.notes(),
                subject.decisions().last().map(DecisionView::of).orElse(null),
                subject.decisions().kept().stream().map(DecisionView::of).toList(),
                subject.version(),
                subject.openedAt());
    }
}
