/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param reports those that are open, as far as {@link ReportsKept} has room, and the last that were answered
 * @param decisions the last ones, oldest first
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
        List<CaseReport> reports,
        List<Note> notes,
        List<Decision> decisions,
        Instant openedAt,
        int effectsMade,
        List<Effect> effects) {

    private static final int MOST_NOTES = 100;
    private static final int DECISIONS_KEPT = 50;

    /**
     * Who is on it.
     *
     * @param assigneeId present while {@link CaseStatus#ASSIGNED}
     * @param claimedUntil when that claim expires
     * @param closing why it is {@link CaseStatus#CLOSED}; absent for what release 0.1 closed
     */
    public record Progress(
            CaseStatus status,
            @Nullable String assigneeId,
            @Nullable Instant claimedUntil,
            @Nullable Closing closing) {

        static Progress at(CaseStatus status) {
            return new Progress(status, null, null, null);
        }

        static Progress closed(Closing closing) {
            return new Progress(CaseStatus.CLOSED, null, null, closing);
        }

        /** The status by the clock: an expired claim is none. */
        public CaseStatus statusAt(Instant now) {
            return status == CaseStatus.ASSIGNED && !isHeldAt(now) ? CaseStatus.OPEN : status;
        }

        boolean isHeldAt(Instant now) {
            return claimedUntil != null && now.isBefore(claimedUntil);
        }

        boolean isHeldByOtherThan(Moderator moderator, Instant now) {
            return status == CaseStatus.ASSIGNED
                    && isHeldAt(now)
                    && !moderator.id().equals(assigneeId);
        }
    }

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
                Progress.at(CaseStatus.OPEN),
                List.of(),
                List.of(),
                List.of(),
                now,
                0,
                List.of());
    }

    /** The sum of the weights of the reports that were not yet answered. */
    public double score() {
        return openReports().mapToDouble(CaseReport::weight).sum();
    }

    public boolean isClosed() {
        return progress.status() == CaseStatus.CLOSED;
    }

    public Optional<Decision> lastDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }

    Decision decision(int number) {
        return decisions.stream()
                .filter(decision -> decision.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private int nextDecision() {
        return lastDecision().map(Decision::number).orElse(0) + 1;
    }

    /** Those answered by that decision. */
    List<CaseReport> reportsSettledBy(int decision) {
        return reports.stream().filter(report -> report.settledBy() == decision).toList();
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
        boolean moot = !held
                && !content.standing().isTakenDown()
                && openReports().findAny().isEmpty();
        if (!moot) {
            return renewed;
        }
        return isNewer
                ? renewed.with(Progress.closed(Closing.SUPERSEDED)).did(null, "CASE_SUPERSEDED", detail, 0, now)
                : renewed.with(Progress.closed(Closing.LIFTED)).did(null, "CASE_LIFTED", detail, 0, now);
    }

    /** What moderators have to see as well once another text has taken the place of the one that was reported. */
    private @Nullable Revision reportedUntilNow() {
        return reported == null && openReports().findAny().isPresent() ? snapshot : reported;
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
     * @throws Refusal when it is about what they wrote themselves: the reported learn nothing of the report
     */
    Case openTo(Moderator moderator) {
        if (moderator.id().equals(authorId)) {
            throw Refusal.forbidden("It is about what you wrote yourself");
        }
        return this;
    }

    boolean hasReport(Report report) {
        return reports.stream().anyMatch(known -> known.isOf(report));
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
                .withReports(ReportsKept.with(reports, CaseReport.of(report)))
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
                lastDecision().filter(last -> last.by() == null).isPresent();
        if (reported.score() < hidingScore || machineHidItBefore || !content.isVisible()) {
            return reported;
        }
        Decision hide = new Decision(
                nextDecision(),
                CaseAction.HIDE,
                content.latest().number(),
                reported.gravestCategory(),
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
        openTo(moderator);
        switch (progress.statusAt(now)) {
            case OPEN, QUEUED -> {}
            case ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> throw refused("It is escalated; release it first");
            case CLOSED -> throw refused("It is closed");
        }
        return with(new Progress(CaseStatus.ASSIGNED, moderator.id(), now.plus(claim), null))
                .did(moderator.id(), "CLAIMED", Map.of(), 0, now);
    }

    Case release(Moderator moderator, Instant now) {
        openTo(moderator);
        switch (progress.status()) {
            case OPEN -> throw refused("Nobody has claimed it");
            case QUEUED -> {}
            case ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> mustBeOperator(moderator);
            case CLOSED -> throw refused("It is closed");
        }
        return with(Progress.at(CaseStatus.OPEN)).did(moderator.id(), "RELEASED", Map.of(), 0, now);
    }

    Case queue(Moderator moderator, Instant now) {
        openTo(moderator);
        switch (progress.status()) {
            case OPEN, ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case QUEUED -> throw refused("It is queued already");
            case ESCALATED -> throw refused("It is escalated");
            case CLOSED -> throw refused("It is closed");
        }
        return with(Progress.at(CaseStatus.QUEUED)).did(moderator.id(), "QUEUED", Map.of(), 0, now);
    }

    Case escalate(Moderator moderator, Instant now) {
        openTo(moderator);
        switch (progress.status()) {
            case OPEN, QUEUED, ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> throw refused("It is escalated already");
            case CLOSED -> throw refused("It is closed");
        }
        return with(Progress.at(CaseStatus.ESCALATED)).did(moderator.id(), "ESCALATED", Map.of(), 0, now);
    }

    Case reopen(Moderator moderator, Content content, Instant now) {
        openTo(moderator);
        mustBeThere(content);
        if (!isClosed()) {
            throw refused("It is not closed");
        }
        return opened(now).did(moderator.id(), "REOPENED", Map.of(), 0, now);
    }

    Case note(Moderator moderator, String text, Instant now) {
        openTo(moderator);
        mustBe(notes.size() < MOST_NOTES, "It has %d notes already; that is enough".formatted(MOST_NOTES));
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
        switch (progress.status()) {
            case OPEN, QUEUED, ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> mustBeOperator(moderator);
            case CLOSED -> throw refused("It is closed; reopen it first");
        }
        mustBeReasoned(proposal);
        mustFit(proposal.action(), content);
        Decision decision = new Decision(
                nextDecision(),
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
        Case decided = with(decision).withReports(ReportsKept.settled(reports, decision.number(), leftInView));
        boolean isAnswered = decided.openReports().findAny().isEmpty();
        return decided.with(snapshot, verdicts, isAnswered ? null : reported)
                .with(isAnswered ? afterwards(decision, content) : Progress.at(CaseStatus.OPEN))
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
                ? Progress.at(CaseStatus.OPEN)
                : Progress.closed(Closing.DECIDED);
    }

    private static void mustBeThere(Content content) {
        mustBe(!content.isDeleted(), "It, or what it stands under, was deleted; there is nothing left to decide");
    }

    private static void mustBeReasoned(Proposal proposal) {
        if (proposal.action().isAdverse()) {
            mustBePresent("rule", proposal.rule());
            mustBePresent("explanation", proposal.explanation());
        }
    }

    private static void mustBePresent(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(field, "required", "%s is required: the author is told why".formatted(field));
        }
    }

    private void mustFit(CaseAction action, Content content) {
        Standing standing = content.standing();
        switch (action) {
            case APPROVE -> {
                mustBeAbout(content);
                mustBe(
                        standing == Standing.HELD || standing == Standing.REJECTED,
                        "Only what is held or rejected is approved");
            }
            case REJECT -> {
                mustBeAbout(content);
                mustBe(standing == Standing.HELD, "Only what is held is rejected; hide or remove what is visible");
            }
            case HIDE -> mustBe(content.isVisible() || content.isWaiting(), "Only what is visible or held is hidden");
            case REMOVE -> mustBe(standing != Standing.REMOVED, "It is removed already");
            case RESTORE -> mustBe(standing.isTakenDown(), "Only what is hidden or removed is restored");
            case DISMISS -> {
                mustBe(standing != Standing.HELD, "It is held: approve or reject it");
                boolean hiddenByReports = standing == Standing.HIDDEN && content.decidedBy() == null;
                mustBe(!hiddenByReports, "It is hidden by reports: restore, hide or remove it");
            }
        }
    }

    /** Letting a text through, or not, is about the text that was looked at. */
    private void mustBeAbout(Content content) {
        if (content.latest().number() != snapshot.number()) {
            throw Refusal.stale("Its author has changed the text meanwhile");
        }
    }

    private static void mustBe(boolean fits, String otherwise) {
        if (!fits) {
            throw refused(otherwise);
        }
    }

    private void mustNotBeHeldByOtherThan(Moderator moderator, Instant now) {
        if (!moderator.isOperator() && progress.isHeldByOtherThan(moderator, now)) {
            throw refused("Another moderator has claimed it until " + progress.claimedUntil());
        }
    }

    private static void mustBeOperator(Moderator moderator) {
        if (!moderator.isOperator()) {
            throw Refusal.forbidden("It is escalated to the operators");
        }
    }

    private static Refusal refused(String why) {
        return Refusal.conflict(why);
    }

    private Stream<CaseReport> openReports() {
        return reports.stream().filter(report -> !report.isSettled());
    }

    private String gravestCategory() {
        return openReports()
                .map(CaseReport::category)
                .max(Comparator.comparingDouble(category -> category.gravity()))
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private static List<Verdict> verdictsOn(Content content, Revision revision) {
        return content.screenings().stream()
                .filter(screening -> screening.revision() == revision.number())
                .map(Screening::verdicts)
                .findFirst()
                .orElse(List.of());
    }

    private Case opened(Instant now) {
        return with(snapshot, verdicts, reported, Progress.at(CaseStatus.OPEN), reports, notes, decisions, now);
    }

    private Case with(Progress newProgress) {
        return with(snapshot, verdicts, reported, newProgress, reports, notes, decisions, openedAt);
    }

    private Case with(Revision newSnapshot, List<Verdict> newVerdicts, @Nullable Revision newReported) {
        return with(newSnapshot, newVerdicts, newReported, progress, reports, notes, decisions, openedAt);
    }

    private Case withReports(List<CaseReport> newReports) {
        return with(snapshot, verdicts, reported, progress, List.copyOf(newReports), notes, decisions, openedAt);
    }

    private Case withNotes(List<Note> newNotes) {
        return with(snapshot, verdicts, reported, progress, reports, List.copyOf(newNotes), decisions, openedAt);
    }

    private Case with(Decision decision) {
        List<Decision> all = new ArrayList<>(decisions);
        all.add(decision);
        if (all.size() > DECISIONS_KEPT) {
            all.removeFirst(); // the audit log has them all
        }
        return with(snapshot, verdicts, reported, progress, reports, notes, List.copyOf(all), openedAt);
    }

    /** The same case with what people can change about it. */
    private Case with(
            Revision newSnapshot,
            List<Verdict> newVerdicts,
            @Nullable Revision newReported,
            Progress newProgress,
            List<CaseReport> newReports,
            List<Note> newNotes,
            List<Decision> newDecisions,
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

    /** How a request asked for before was answered, by its id. */
    public Optional<Decision> decisionFor(String requestId) {
        return decisions.stream()
                .filter(decision -> Objects.equals(decision.requestId(), requestId))
                .findFirst();
    }
}
