/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people have to look at about a post or comment. There is one case a subject, which has its id, and is opened
 * again when there is something new.
 *
 * @param id also the subject's
 * @param version counts changes: 1 is the first
 * @param authorId of the subject
 * @param snapshot the text the case is about, as it was when the case was opened or its text last changed
 * @param verdicts of the screening on that text
 * @param reported the text that an open report is about, while that is an older one
 * @param origin what the case was first opened for
 * @param openedAt when it was last opened
 * @param effectsMade how many effects there have been
 * @param effects those that have yet to be carried out, oldest first
 */
public record Case(
        String id,
        long version,
        SubjectType targetType,
        String authorId,
        Revision snapshot,
        List<Verdict> verdicts,
        @Nullable Revision reported,
        CaseOrigin origin,
        Progress progress,
        CaseReports reports,
        List<Note> notes,
        Decisions decisions,
        Instant openedAt,
        int effectsMade,
        List<Effect> effects) {

    private static final int MOST_NOTES = 100;

    /** A new case about that content, to which something is about to happen. */
    static Case open(Content content, CaseOrigin origin, Instant now) {
        Revision visible = content.visible();
        Revision snapshot = origin == CaseOrigin.REPORT && visible != null ? visible : content.latest();
        return new Case(
                content.id(),
                1,
                content.type(),
                content.authorId(),
                snapshot,
                verdictsOn(content, snapshot),
                null,
                origin,
                Progress.OPEN,
                CaseReports.NONE,
                List.of(),
                Decisions.NONE,
                now,
                0,
                List.of());
    }

    /** The sum of the weights of the reports that were not yet answered. */
    public double score() {
        return reports.score();
    }

    public boolean isClosed() {
        return progress.isClosed();
    }

    /** The case is about held content. */
    Case held(Instant now) {
        return did(null, "CASE_OPENED", Map.of("origin", origin.name()), 0, now);
    }

    /**
     * A newer text was screened, or the same one judged again: moderators look at that from now on. Held text opens the
     * case; text that was let through closes a case that nobody reported anything in.
     */
    Case screened(Content content, Instant now) {
        boolean isNewer = content.latest().number() > snapshot.number();
        List<Verdict> judged = verdictsOn(content, content.latest());
        if (content.latest().number() < snapshot.number() || (!isNewer && judged.equals(verdicts))) {
            return this;
        }
        Case renewed = with(content.latest(), judged, isNewer ? reportedUntilNow() : reported);
        Map<String, String> detail =
                Map.of("revision", Integer.toString(content.latest().number()));
        boolean held = content.isWaiting();
        if (isClosed()) {
            return held ? renewed.opened(now).did(null, "CASE_REOPENED", detail, 0, now) : renewed;
        }
        boolean moot = !held && !content.standing().isTakenDown() && reports.areAnswered();
        if (!moot) {
            return renewed;
        }
        return isNewer
                ? renewed.with(Progress.closed(Closing.SUPERSEDED)).did(null, "CASE_SUPERSEDED", detail, 0, now)
                : renewed.with(Progress.closed(Closing.LIFTED)).did(null, "CASE_LIFTED", detail, 0, now);
    }

    /** What moderators have to see as well once another text has taken the place of the one that was reported. */
    private @Nullable Revision reportedUntilNow() {
        return reported == null && !reports.areAnswered() ? snapshot : reported;
    }

    /** Its author has deleted what it is about. */
    Case subjectDeleted(Instant now) {
        return isClosed()
                ? this
                : with(Progress.closed(Closing.DELETED)).did(null, "CASE_CLOSED", Map.of("because", "DELETED"), 0, now);
    }

    /**
     * The case, for that moderator to look at or to change.
     *
     * @throws Refusal as if there were none when it is about what they wrote themselves: the reported learn nothing of the
     *     report, not even that there is one
     */
    Case openTo(Moderator moderator) {
        if (moderator.id().equals(authorId)) {
            throw Refusal.unknown("case", id);
        }
        return this;
    }

    /**
     * A member reported the content. From a score on, it is hidden until a moderator has looked at it: never by the
     * number of reports, and once between two decisions of people.
     *
     * @param hidingScore the score from which it is hidden
     */
    Case reported(Report report, Content content, double hidingScore, Instant now) {
        Revision seen = content.visible();
        boolean isOfAnother = this.reported == null && seen != null && seen.number() < snapshot.number();
        Case reported = with(snapshot, verdicts, isOfAnother ? seen : this.reported)
                .with(reports.with(CaseReport.of(report)))
                .did(
                        report.reporterId(),
                        "REPORTED",
                        Map.of("category", report.category().name()),
                        0,
                        now);
        if (isClosed()) {
            reported = reported.opened(now);
        }
        boolean machineHidItBefore =
                decisions.last().filter(last -> last.by() == null).isPresent();
        if (reported.score() < hidingScore || machineHidItBefore || !content.isVisible()) {
            return reported;
        }
        Decision hide = new Decision(
                decisions.nextNumber(),
                CaseAction.HIDE,
                content.latest().number(),
                reported.reports.gravestCategory(),
                "Members have reported it; it is hidden until a moderator has looked at it",
                null,
                now,
                null,
                null);
        return reported.with(hide)
                .did(
                        null,
                        "HIDDEN_BY_REPORTS",
                        Map.of("score", "%.2f".formatted(reported.score())),
                        hide.number(),
                        now);
    }

    Case claim(Moderator moderator, Duration claim, Instant now) {
        return openTo(moderator)
                .with(progress.claim(moderator, claim, now))
                .did(moderator.id(), "CLAIMED", Map.of(), 0, now);
    }

    Case release(Moderator moderator, Instant now) {
        return openTo(moderator)
                .with(progress.release(moderator, now))
                .did(moderator.id(), "RELEASED", Map.of(), 0, now);
    }

    Case queue(Moderator moderator, Instant now) {
        return openTo(moderator).with(progress.queue(moderator, now)).did(moderator.id(), "QUEUED", Map.of(), 0, now);
    }

    Case escalate(Moderator moderator, Instant now) {
        return openTo(moderator)
                .with(progress.escalate(moderator, now))
                .did(moderator.id(), "ESCALATED", Map.of(), 0, now);
    }

    Case reopen(Moderator moderator, Content content, Instant now) {
        openTo(moderator);
        mustBeThere(content);
        return with(progress.reopen()).opened(now).did(moderator.id(), "REOPENED", Map.of(), 0, now);
    }

    Case note(Moderator moderator, String text, Instant now) {
        openTo(moderator);
        if (notes.size() >= MOST_NOTES) {
            throw Refusal.conflict("It has %d notes already; that is enough".formatted(MOST_NOTES));
        }
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(moderator.id(), text, now));
        return withNotes(all).did(moderator.id(), "NOTED", Map.of(), 0, now);
    }

    /**
     * Decides the case, which closes it and answers its reports.
     *
     * @param content with every earlier decision applied
     */
    Case decide(Moderator moderator, Proposal proposal, Content content, Instant now) {
        openTo(moderator);
        mustBeThere(content);
        progress.mustBeDecidableBy(moderator, now);
        proposal.mustBeReasoned();
        proposal.mustFit(content, snapshot);
        Decision decision = new Decision(
                decisions.nextNumber(),
                proposal.action(),
                snapshot.number(),
                proposal.rule(),
                proposal.explanation(),
                moderator.id(),
                now,
                proposal.requestId(),
                proposal.requestHash());
        Map<String, String> detail = proposal.rule() == null
                ? Map.of("decision", proposal.action().name())
                : Map.of("decision", proposal.action().name(), "rule", proposal.rule());
        int leftInView = decision.action() == CaseAction.REJECT ? textLeftInView(content) : 0;
        Case decided = with(decision).with(reports.settled(decision.number(), leftInView));
        boolean isAnswered = decided.reports.areAnswered();
        return decided.with(snapshot, verdicts, isAnswered ? null : reported)
                .with(isAnswered ? afterwards(decision, content) : Progress.OPEN)
                .did(moderator.id(), "DECIDED", detail, decision.number(), now);
    }

    /** The number of the text that readers go on seeing when an edit of it is rejected: reports of that stay open. */
    private static int textLeftInView(Content content) {
        Revision visible = content.visible();
        return visible != null && visible.number() < content.latest().number() ? visible.number() : 0;
    }

    /** What is restored with a text that was held waits for the decision about that text. */
    private static Progress afterwards(Decision decision, Content content) {
        return decision.action() == CaseAction.RESTORE && content.waitsOnceRestored(decision.revision())
                ? Progress.OPEN
                : Progress.closed(Closing.DECIDED);
    }

    private static void mustBeThere(Content content) {
        if (content.isDeleted()) {
            throw Refusal.conflict("It, or what it stands under, was deleted; there is nothing left to decide");
        }
    }

    private static List<Verdict> verdictsOn(Content content, Revision revision) {
        return content.screenings().stream()
                .filter(screening -> screening.revision() == revision.number())
                .map(Screening::verdicts)
                .findFirst()
                .orElse(List.of());
    }

    private Case opened(Instant now) {
        return with(snapshot, verdicts, reported, Progress.OPEN, reports, notes, decisions, now);
    }

    private Case with(Progress newProgress) {
        return with(snapshot, verdicts, reported, newProgress, reports, notes, decisions, openedAt);
    }

    private Case with(Revision newSnapshot, List<Verdict> newVerdicts, @Nullable Revision newReported) {
        return with(newSnapshot, newVerdicts, newReported, progress, reports, notes, decisions, openedAt);
    }

    private Case with(CaseReports newReports) {
        return with(snapshot, verdicts, reported, progress, newReports, notes, decisions, openedAt);
    }

    private Case withNotes(List<Note> newNotes) {
        return with(snapshot, verdicts, reported, progress, reports, List.copyOf(newNotes), decisions, openedAt);
    }

    private Case with(Decision decision) {
        return with(snapshot, verdicts, reported, progress, reports, notes, decisions.with(decision), openedAt);
    }

    /** The same case with what people can change about it. */
    private Case with(
            Revision newSnapshot,
            List<Verdict> newVerdicts,
            @Nullable Revision newReported,
            Progress newProgress,
            CaseReports newReports,
            List<Note> newNotes,
            Decisions newDecisions,
            Instant newOpenedAt) {
        return new Case(
                id,
                version,
                targetType,
                authorId,
                newSnapshot,
                newVerdicts,
                newReported,
                origin,
                newProgress,
                newReports,
                newNotes,
                newDecisions,
                newOpenedAt,
                effectsMade,
                effects);
    }

    private Case did(@Nullable String actor, String action, Map<String, String> detail, int decision, Instant now) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(new Effect(effectsMade + 1, now, actor, action, detail, decision));
        return new Case(
                id,
                version,
                targetType,
                authorId,
                snapshot,
                verdicts,
                reported,
                origin,
                progress,
                reports,
                notes,
                decisions,
                openedAt,
                effectsMade + 1,
                List.copyOf(all));
    }

    /** As it stands once it was stored. */
    public Case stored(long storedVersion) {
        return new Case(
                id,
                storedVersion,
                targetType,
                authorId,
                snapshot,
                verdicts,
                reported,
                origin,
                progress,
                reports,
                notes,
                decisions,
                openedAt,
                effectsMade,
                effects);
    }
}
