/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.refusal.Refusal.Kind;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Ruling;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of a case, as the state machine allows it. */
class CaseTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration CLAIM = Duration.ofMinutes(30);
    private static final Instant LATER = NOW.plus(CLAIM);
    private static final double HIDING_SCORE = 2.5;
    private static final Moderator MODERATOR = new Moderator("mod", false);
    private static final Moderator COLLEAGUE = new Moderator("colleague", false);
    private static final Moderator OPERATOR = new Moderator("operator", true);

    private final Content held = content(Outcome.HOLD);
    private final Content visible = content(Outcome.PASS);

    @Test
    void held_content_opens_a_case_with_its_text_and_verdicts() {
        Case opened = heldCase();

        assertThat(opened.progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(opened.origin()).isEqualTo(CaseOrigin.SCREENING);
        assertThat(opened.snapshot().text()).isEqualTo("Text 1");
        assertThat(opened.verdicts()).hasSize(1);
    }

    @Test
    void a_claim_keeps_others_off_until_it_expires() {
        Case claimed = heldCase().claim(MODERATOR, CLAIM, NOW);

        assertRefused(Kind.CONFLICT, () -> claimed.claim(COLLEAGUE, CLAIM, NOW));
        assertRefused(Kind.CONFLICT, () -> claimed.decide(COLLEAGUE, approve(), held, NOW));
        assertThat(claimed.progress().statusAt(NOW)).isEqualTo(CaseStatus.ASSIGNED);
        assertThat(claimed.progress().statusAt(LATER)).isEqualTo(CaseStatus.OPEN);
        assertThat(claimed.claim(COLLEAGUE, CLAIM, LATER).progress().assigneeId())
                .isEqualTo("colleague");
        assertThat(claimed.decide(COLLEAGUE, approve(), held, LATER).isClosed()).isTrue();
        assertThat(claimed.decide(OPERATOR, approve(), held, NOW).isClosed()).isTrue();
    }

    @Test
    void an_escalated_case_is_for_operators() {
        Case escalated = heldCase().escalate(MODERATOR, NOW);

        assertRefused(Kind.FORBIDDEN, () -> escalated.decide(MODERATOR, approve(), held, NOW));
        assertRefused(Kind.FORBIDDEN, () -> escalated.release(MODERATOR, NOW));
        assertRefused(Kind.CONFLICT, () -> escalated.claim(OPERATOR, CLAIM, NOW));
        assertThat(escalated.release(OPERATOR, NOW).progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(escalated.decide(OPERATOR, approve(), held, NOW).isClosed()).isTrue();
    }

    @Test
    void only_a_closed_case_is_reopened_and_a_closed_one_not_decided() {
        Case closed = heldCase().decide(MODERATOR, approve(), held, NOW);

        assertRefused(Kind.CONFLICT, () -> heldCase().reopen(MODERATOR, held, NOW));
        assertRefused(Kind.CONFLICT, () -> closed.decide(MODERATOR, approve(), held, NOW));
        assertThat(closed.reopen(MODERATOR, held, NOW).progress().status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void nobody_does_anything_about_their_own_content_or_even_sees_its_case() {
        Moderator author = new Moderator("ada", true);
        Case open = heldCase();
        Case closed = open.decide(MODERATOR, approve(), held, NOW);
        Case claimed = open.claim(MODERATOR, CLAIM, NOW);

        assertRefused(Kind.UNKNOWN, () -> open.openTo(author));
        assertRefused(Kind.UNKNOWN, () -> open.claim(author, CLAIM, NOW));
        assertRefused(Kind.UNKNOWN, () -> claimed.release(author, NOW));
        assertRefused(Kind.UNKNOWN, () -> open.queue(author, NOW));
        assertRefused(Kind.UNKNOWN, () -> open.escalate(author, NOW));
        assertRefused(Kind.UNKNOWN, () -> closed.reopen(author, held, NOW));
        assertRefused(Kind.UNKNOWN, () -> open.note(author, "A note", NOW));
        assertRefused(Kind.UNKNOWN, () -> open.decide(author, approve(), held, NOW));
    }

    @Test
    void a_case_about_what_its_author_deleted_is_closed_and_nothing_is_decided_in_it() {
        Content deleted = held.deleted(NOW).orElseThrow().content();
        Case closed = heldCase().subjectDeleted(NOW);

        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.progress().closing()).isEqualTo(Closing.DELETED);
        assertRefused(Kind.CONFLICT, () -> heldCase().decide(MODERATOR, approve(), deleted, NOW));
        assertRefused(Kind.CONFLICT, () -> closed.reopen(MODERATOR, deleted, NOW));
        assertThat(closed.subjectDeleted(NOW)).isSameAs(closed);
    }

    @Test
    void a_case_stays_open_when_a_held_text_comes_back_with_what_is_restored() {
        Content heldEdit = heldEdit();
        Content removed = ruled(heldEdit, Ruling.Action.REMOVE, "mod");
        Proposal restore = proposal(CaseAction.RESTORE, null, null);

        Case restored = Case.open(removed, CaseOrigin.MODERATOR, NOW).decide(MODERATOR, restore, removed, NOW);

        assertThat(restored.isClosed()).isFalse();
        Content content = removed.rule(new Ruling("post", 2, Ruling.Action.RESTORE, 2, List.of(), "mod", "post", NOW))
                .orElseThrow()
                .content();
        assertThat(restored.decide(MODERATOR, approve(), content, NOW).isClosed())
                .isTrue();
    }

    @Test
    void what_goes_against_content_needs_a_rule_and_an_explanation() {
        for (CaseAction action : Set.of(CaseAction.REJECT, CaseAction.HIDE, CaseAction.REMOVE)) {
            assertRefused(
                    Kind.INVALID, () -> heldCase().decide(MODERATOR, proposal(action, null, "Because"), held, NOW));
            assertRefused(Kind.INVALID, () -> heldCase().decide(MODERATOR, proposal(action, "spam", " "), held, NOW));
        }
    }

    @Test
    void a_decision_fits_how_the_content_stands() {
        Content removed = ruled(visible, Ruling.Action.REMOVE, "mod");
        Content hiddenByReports = ruled(visible, Ruling.Action.HIDE, null);
        Map<Content, Set<CaseAction>> fitting = Map.of(
                held, Set.of(CaseAction.APPROVE, CaseAction.REJECT, CaseAction.HIDE, CaseAction.REMOVE),
                visible, Set.of(CaseAction.HIDE, CaseAction.REMOVE, CaseAction.DISMISS),
                removed, Set.of(CaseAction.RESTORE, CaseAction.DISMISS),
                hiddenByReports, Set.of(CaseAction.RESTORE, CaseAction.REMOVE));

        fitting.forEach((content, actions) -> {
            Case subject = Case.open(content, CaseOrigin.MODERATOR, NOW);
            for (CaseAction action : CaseAction.values()) {
                Proposal proposal = proposal(action, "spam", "Because");
                if (actions.contains(action)) {
                    assertThat(subject.decide(MODERATOR, proposal, content, NOW).isClosed())
                            .isTrue();
                } else {
                    assertRefused(Kind.CONFLICT, () -> subject.decide(MODERATOR, proposal, content, NOW));
                }
            }
        });
    }

    @Test
    void a_text_that_changed_meanwhile_is_not_approved_unread() {
        Content edited = edited(held, Outcome.HOLD);

        assertRefused(Kind.STALE, () -> heldCase().decide(MODERATOR, approve(), edited, NOW));
        assertThat(heldCase()
                        .screened(edited, NOW)
                        .decide(MODERATOR, approve(), edited, NOW)
                        .isClosed())
                .isTrue();
    }

    @Test
    void a_newer_text_that_passes_closes_the_case_unless_somebody_reported_it() {
        Content edited = edited(held, Outcome.PASS);

        assertThat(heldCase().screened(edited, NOW).isClosed()).isTrue();
        assertThat(reported(heldCase(), "bob", 0.5).screened(edited, NOW).isClosed())
                .isFalse();
    }

    @Test
    void what_was_reported_is_still_read_after_an_edit() {
        Case untouched = reported(Case.open(visible, CaseOrigin.REPORT, NOW), "bob", 0.5);
        assertThat(untouched.reported()).isNull();

        for (Outcome outcome : List.of(Outcome.PASS, Outcome.HOLD)) {
            Case edited = untouched.screened(edited(visible, outcome), NOW);

            assertThat(edited.snapshot().text()).isEqualTo("Text 2");
            assertThat(requireNonNull(edited.reported()).text()).isEqualTo("Text 1");
        }
    }

    @Test
    void what_readers_see_is_reported_while_an_edit_of_it_waits() {
        Content heldEdit = heldEdit();
        Case reported = reported(Case.open(heldEdit, CaseOrigin.SCREENING, NOW), "bob", 0.5);

        assertThat(reported.snapshot().text()).isEqualTo("Text 2");
        assertThat(requireNonNull(reported.reported()).text()).isEqualTo("Text 1");
    }

    @Test
    void to_reject_an_edit_answers_no_report_of_the_text_that_stays_in_view() {
        Content heldEdit = heldEdit();
        Case reported = reported(Case.open(heldEdit, CaseOrigin.SCREENING, NOW), "bob", 0.5);

        Case rejected = reported.decide(MODERATOR, proposal(CaseAction.REJECT, "spam", "Because"), heldEdit, NOW);

        assertThat(rejected.isClosed()).isFalse();
        assertThat(rejected.reports().all()).noneMatch(CaseReport::isSettled);
        assertThat(requireNonNull(rejected.reported()).text()).isEqualTo("Text 1");
        Content left = ruled(heldEdit, Ruling.Action.REJECT, "mod");
        Case removed = rejected.decide(MODERATOR, proposal(CaseAction.REMOVE, "spam", "Because"), left, NOW);
        assertThat(removed.isClosed()).isTrue();
        assertThat(removed.reports().all()).allMatch(CaseReport::isSettled);
        assertThat(removed.reported()).isNull();
    }

    @Test
    void reports_hide_by_weight_and_never_by_number() {
        Case subject = Case.open(visible, CaseOrigin.REPORT, NOW);
        for (int reporter = 0; reporter < 24; reporter++) {
            subject = reported(subject, "reporter " + reporter, 0.1);
        }
        assertThat(subject.decisions().kept()).isEmpty();

        Case hidden = reported(subject, "trusted", 0.9);

        assertThat(hidden.decisions().last()).hasValueSatisfying(decision -> {
            assertThat(decision.action()).isEqualTo(CaseAction.HIDE);
            assertThat(decision.by()).isNull();
        });
        assertThat(hidden.progress().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(reported(hidden, "one more", 0.9).decisions().kept()).hasSize(1);
    }

    @Test
    void a_decision_answers_the_reports_and_a_new_report_opens_the_case_again() {
        Case dismissed = reported(Case.open(visible, CaseOrigin.REPORT, NOW), "bob", 1.0)
                .decide(MODERATOR, proposal(CaseAction.DISMISS, null, null), visible, NOW);
        assertThat(dismissed.score()).isZero();
        assertThat(dismissed.reports().settledBy(1))
                .extracting(CaseReport::reporterId)
                .containsExactly("bob");

        Case again = reported(dismissed, "cem", 0.5);

        assertThat(again.isClosed()).isFalse();
        assertThat(again.score()).isEqualTo(0.5);
    }

    @Test
    void a_case_does_not_grow_without_end() {
        Case subject = Case.open(visible, CaseOrigin.REPORT, NOW);
        for (int round = 1; round <= 3; round++) {
            for (int reporter = 0; reporter < 200; reporter++) {
                subject = reported(subject, "reporter " + round + "/" + reporter, reporter < 150 ? 0.001 : 0.002);
            }
            assertThat(subject.score()).isCloseTo(50 * 0.001 + 50 * 0.002, org.assertj.core.data.Offset.offset(1e-9));
            subject = subject.decide(MODERATOR, proposal(CaseAction.DISMISS, null, null), visible, NOW);
            assertThat(subject.reports().settledBy(round)).hasSize(100);
            assertThat(subject.reports().all()).hasSizeLessThanOrEqualTo(150);
        }
        for (int number = 4; number <= 80; number++) {
            subject = subject.reopen(MODERATOR, visible, NOW)
                    .decide(MODERATOR, proposal(CaseAction.DISMISS, null, null), visible, NOW);
            assertThat(subject.decisions().numbered(number).number()).isEqualTo(number);
        }
        assertThat(subject.decisions().kept()).hasSize(50);
        Case noted = subject;
        for (int number = 0; number < 100; number++) {
            noted = noted.note(MODERATOR, "A note", NOW);
        }
        Case full = noted;
        assertRefused(Kind.CONFLICT, () -> full.note(MODERATOR, "One more", NOW));
    }

    enum Step {
        CLAIM,
        RELEASE,
        QUEUE,
        ESCALATE,
        REOPEN,
        NOTE,
        DISMISS,
        REPORT
    }

    @Property
    void whatever_is_tried_the_case_moves_only_along_its_transitions_and_records_each_deed_once(
            @ForAll @Size(max = 15) List<Step> steps, @ForAll boolean operator) {
        Moderator moderator = operator ? OPERATOR : MODERATOR;
        Map<CaseStatus, Set<CaseStatus>> transitions = Map.of(
                CaseStatus.OPEN, Set.of(CaseStatus.values()),
                CaseStatus.QUEUED,
                        Set.of(
                                CaseStatus.QUEUED,
                                CaseStatus.OPEN,
                                CaseStatus.ASSIGNED,
                                CaseStatus.ESCALATED,
                                CaseStatus.CLOSED),
                CaseStatus.ASSIGNED, Set.of(CaseStatus.values()),
                CaseStatus.ESCALATED, Set.of(CaseStatus.ESCALATED, CaseStatus.OPEN, CaseStatus.CLOSED),
                CaseStatus.CLOSED, Set.of(CaseStatus.CLOSED, CaseStatus.OPEN));
        Case before = Case.open(visible, CaseOrigin.MODERATOR, NOW);
        int number = 0;
        for (Step step : steps) {
            Case after = attempt(before, step, moderator, "reporter " + number++);
            assertThat(transitions.get(before.progress().status()))
                    .contains(after.progress().status());
            assertThat(after.effectsMade()).isEqualTo(after.effects().size());
            assertThat(after.effects()).extracting(Effect::number).doesNotHaveDuplicates();
            assertThat(after.progress().assigneeId() != null)
                    .isEqualTo(after.progress().status() == CaseStatus.ASSIGNED);
            before = after;
        }
    }

    private Case attempt(Case subject, Step step, Moderator moderator, String reporter) {
        try {
            return switch (step) {
                case CLAIM -> subject.claim(moderator, CLAIM, NOW);
                case RELEASE -> subject.release(moderator, NOW);
                case QUEUE -> subject.queue(moderator, NOW);
                case ESCALATE -> subject.escalate(moderator, NOW);
                case REOPEN -> subject.reopen(moderator, visible, NOW);
                case NOTE -> subject.note(moderator, "A note", NOW);
                case DISMISS -> subject.decide(moderator, proposal(CaseAction.DISMISS, null, null), visible, NOW);
                case REPORT -> reported(subject, reporter, 0.01);
            };
        } catch (Refusal refusal) {
            return subject;
        }
    }

    /** In view with its first text, while the second waits. */
    private Content heldEdit() {
        Submission edit = new Submission(
                SubjectType.POST, "post", null, "ada", new Revision(2, null, "Text 2"), visible.latest(), NOW, null);
        return visible.screenedAgain(edit, screening(2, Outcome.HOLD))
                .orElseThrow()
                .content();
    }

    private Case heldCase() {
        return Case.open(held, CaseOrigin.SCREENING, NOW).held(NOW);
    }

    private Case reported(Case subject, String reporterId, double weight) {
        Report report = new Report("post", reporterId, 1, Category.SPAM, null, NOW, weight, "request", null, false);
        return subject.reported(report, visible, HIDING_SCORE, NOW);
    }

    private static Proposal approve() {
        return proposal(CaseAction.APPROVE, null, null);
    }

    private static Proposal proposal(CaseAction action, @Nullable String rule, @Nullable String explanation) {
        return new Proposal(action, rule, explanation, null, null);
    }

    private static Content content(Outcome outcome) {
        return Content.first(submission(1), screening(1, outcome)).content();
    }

    private static Content edited(Content content, Outcome outcome) {
        return content.screenedAgain(submission(2), screening(2, outcome))
                .orElseThrow()
                .content();
    }

    private static Content ruled(Content content, Ruling.Action action, @Nullable String by) {
        return content.rule(new Ruling("post", 1, action, 1, List.of(), by, "post", NOW))
                .orElseThrow()
                .content();
    }

    private static Submission submission(int revision) {
        return new Submission(
                SubjectType.POST, "post", "ada", new Revision(revision, null, "Text " + revision), NOW, null);
    }

    private static Screening screening(int revision, Outcome outcome) {
        Verdict verdict = outcome == Outcome.PASS
                ? Verdict.pass("lexicon")
                : Verdict.objection("lexicon", outcome, "Because", null);
        return new Screening(revision, List.of(verdict), NOW);
    }

    private static void assertRefused(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
