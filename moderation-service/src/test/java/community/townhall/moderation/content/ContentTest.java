/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Ruling.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How content stands follows from its screenings and the rulings of its case, each applied once and in order. */
class ContentTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void a_first_screening_decides_how_it_stands() {
        assertThat(first(Outcome.PASS).standing()).isEqualTo(Standing.APPROVED);
        assertThat(first(Outcome.PASS).isVisible()).isTrue();
        assertThat(first(Outcome.HOLD).standing()).isEqualTo(Standing.HELD);
        assertThat(first(Outcome.HOLD).isVisible()).isFalse();
        assertThat(first(Outcome.REJECT).standing()).isEqualTo(Standing.REJECTED);
    }

    @Test
    void a_revision_screened_before_changes_nothing() {
        Content second =
                again(first(Outcome.PASS), 2, Outcome.HOLD).orElseThrow().content();

        assertThat(again(second, 2, Outcome.PASS)).isEmpty();
        assertThat(again(second, 1, Outcome.REJECT)).isEmpty();
    }

    @Test
    void a_held_edit_leaves_the_former_text_visible() {
        Content held = edited(first(Outcome.PASS));

        assertThat(held.standing()).isEqualTo(Standing.HELD);
        assertThat(held.isVisible()).isTrue();
        assertThat(held.visible()).extracting(Revision::number).isEqualTo(1);
        assertThat(held.screenings()).hasSize(2);
    }

    @Test
    void what_was_restored_stands_as_before_it_was_taken_from_view() {
        Content restored = ruled(ruled(edited(first(Outcome.PASS)), 1, Action.HIDE, 2), 2, Action.RESTORE, 2);

        assertThat(restored.standing()).isEqualTo(Standing.HELD);
        assertThat(restored.visible()).extracting(Revision::number).isEqualTo(1);
        assertThat(ruled(restored, 3, Action.APPROVE, 2).visible())
                .extracting(Revision::number)
                .isEqualTo(2);
    }

    @Test
    void a_text_that_waits_once_restored_waits_for_what_the_screening_held_it_for() {
        Content restored = ruled(ruled(edited(first(Outcome.PASS)), 1, Action.HIDE, 2), 2, Action.RESTORE, 2);

        assertThat(restored.reasons()).containsExactly(new Reason("lexicon", "Because"));
        assertThat(restored.decidedBy()).isNull();
        assertThat(restored.caseId()).isNull();
        Content shown = ruled(ruled(first(Outcome.PASS), 1, Action.HIDE, 1), 2, Action.RESTORE, 1);
        assertThat(shown.decidedBy())
                .as("what stands is restored by the moderator")
                .isEqualTo("mod");
    }

    @Test
    void what_readers_never_saw_is_let_through_by_whoever_restores_the_text_they_looked_at() {
        Content removed = ruled(first(Outcome.HOLD), 1, Action.REMOVE, 1);
        Content replaced = again(removed, 2, Outcome.HOLD).orElseThrow().content();

        assertThat(ruled(removed, 2, Action.RESTORE, 1).standing()).isEqualTo(Standing.APPROVED);
        assertThat(ruled(replaced, 2, Action.RESTORE, 1).standing()).isEqualTo(Standing.HELD);
        assertThat(ruled(replaced, 2, Action.RESTORE, 1).isVisible()).isFalse();
    }

    @Test
    void what_its_author_deleted_is_gone_whatever_comes_late() {
        Content deleted = first(Outcome.PASS).deleted(NOW).orElseThrow().content();

        assertThat(deleted.isVisible()).isFalse();
        assertThat(deleted.deleted(NOW)).isEmpty();
        assertThat(again(deleted, 2, Outcome.HOLD)).isEmpty();
        assertThat(deleted.rule(ruling(1, Action.HIDE, 1)).orElseThrow().events())
                .isEmpty();
        assertThat(again(Content.unscreened(submission(1), NOW).content(), 1, Outcome.PASS))
                .isEmpty();
    }

    @Test
    void what_a_phase_takes_back_is_let_through_unless_a_moderator_has_decided() {
        Content held = first(Outcome.HOLD);
        String phase = held.screenings().getLast().verdicts().getFirst().phase();

        Content lifted = held.lifted(1, Verdict.pass(phase), NOW).orElseThrow().content();
        assertThat(lifted.standing()).isEqualTo(Standing.APPROVED);
        assertThat(lifted.isVisible()).isTrue();
        assertThat(lifted.reasons()).isEmpty();
        assertThat(lifted.lifted(1, Verdict.pass(phase), NOW)).isEmpty();
        assertThat(held.lifted(2, Verdict.pass(phase), NOW)).as("another text").isEmpty();
        assertThat(held.lifted(1, Verdict.pass("another"), NOW)).isEmpty();
        assertThat(ruled(held, 1, Action.REJECT, 1).lifted(1, Verdict.pass(phase), NOW))
                .isEmpty();
        Content hidden = ruled(held, 1, Action.HIDE, 1)
                .lifted(1, Verdict.pass(phase), NOW)
                .orElseThrow()
                .content();
        assertThat(hidden.standing()).isEqualTo(Standing.HIDDEN);
        assertThat(hidden.isVisible()).isFalse();
    }

    @Test
    void screenings_are_kept_of_the_newest_texts_only() {
        Content content = first(Outcome.PASS);
        for (int revision = 2; revision <= 60; revision++) {
            content = again(content, revision, Outcome.PASS).orElseThrow().content();
        }
        assertThat(content.screenings()).hasSize(50);
        assertThat(content.screenings().getLast().revision()).isEqualTo(60);
    }

    @Test
    void a_screening_never_lifts_a_ruling() {
        Content removed = ruled(first(Outcome.PASS), 1, Action.REMOVE, 1);

        Content edited = again(removed, 2, Outcome.PASS).orElseThrow().content();
        assertThat(edited.standing()).isEqualTo(Standing.REMOVED);
        assertThat(edited.decidedBy()).isEqualTo("mod");
        assertThat(edited.isVisible()).isFalse();

        Content restored = ruled(edited, 2, Action.RESTORE, 2);
        assertThat(restored.standing()).isEqualTo(Standing.APPROVED);
        assertThat(restored.visible()).extracting(Revision::number).isEqualTo(2);
    }

    @Test
    void an_approval_of_a_text_that_was_changed_meanwhile_is_void() {
        Content edited =
                again(first(Outcome.HOLD), 2, Outcome.HOLD).orElseThrow().content();

        Content.Change change = edited.rule(ruling(1, Action.APPROVE, 1)).orElseThrow();

        assertThat(change.events()).isEmpty();
        assertThat(change.content().standing()).isEqualTo(Standing.HELD);
        assertThat(change.content().rule(ruling(1, Action.APPROVE, 1))).isEmpty();
    }

    @Test
    void the_author_is_told_why_and_by_whom() {
        Content removed = ruled(first(Outcome.PASS), 1, Action.REMOVE, 1);

        assertThat(removed.reasons()).containsExactly(new Reason("harassment", "It insults somebody"));
        assertThat(removed.decidedBy()).isEqualTo("mod");
        assertThat(removed.caseId()).isEqualTo("post");
    }

    @Property
    void rulings_applied_again_or_late_change_nothing(
            @ForAll @Size(min = 1, max = 6) List<Action> actions, @ForAll @IntRange(max = 5) int late) {
        Content content = first(Outcome.HOLD);
        for (int number = 1; number <= actions.size(); number++) {
            content = ruled(content, number, actions.get(number - 1), 1);
        }

        int again = Math.min(late, actions.size() - 1);
        assertThat(content.rule(ruling(again + 1, actions.get(again), 1))).isEmpty();
        assertThat(content.standing())
                .isEqualTo(
                        switch (actions.getLast()) {
                            case APPROVE, RESTORE -> Standing.APPROVED;
                            case REJECT -> Standing.REJECTED;
                            case HIDE -> Standing.HIDDEN;
                            case REMOVE -> Standing.REMOVED;
                        });
    }

    private static Content first(Outcome outcome) {
        return Content.first(submission(1), screening(1, outcome)).content();
    }

    /** A second text, held while readers see the first. */
    private static Content edited(Content content) {
        Submission edit = new Submission(
                SubjectType.POST, "post", null, "ada", new Revision(2, "Title", "Text"), content.latest(), NOW, null);
        return content.screenedAgain(edit, screening(2, Outcome.HOLD))
                .orElseThrow()
                .content();
    }

    private static Optional<Content.Change> again(Content content, int revision, Outcome outcome) {
        return content.screenedAgain(submission(revision), screening(revision, outcome));
    }

    private static Content ruled(Content content, int number, Action action, int revision) {
        return content.rule(ruling(number, action, revision)).orElseThrow().content();
    }

    private static Ruling ruling(int number, Action action, int revision) {
        return new Ruling(
                "post",
                number,
                action,
                revision,
                List.of(new Reason("harassment", "It insults somebody")),
                "mod",
                "post",
                NOW);
    }

    private static Submission submission(int revision) {
        return new Submission(SubjectType.POST, "post", "ada", new Revision(revision, "Title", "Text"), NOW, null);
    }

    private static Screening screening(int revision, Outcome outcome) {
        Verdict verdict = outcome == Outcome.PASS
                ? Verdict.pass("lexicon")
                : Verdict.objection("lexicon", outcome, "Because", null);
        return new Screening(revision, List.of(verdict), NOW);
    }
}
