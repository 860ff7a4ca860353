/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** All phases are asked, all verdicts kept, and the worst decides. */
class PipelineTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Submission SUBMISSION =
            new Submission(SubjectType.POST, "post", "ada", new Revision(1, "A title", "A text"), NOW, null);

    @Property
    void the_worst_outcome_decides(@ForAll @NotEmpty List<Outcome> outcomes) {
        List<Phase> phases = IntStream.range(0, outcomes.size())
                .<Phase>mapToObj(index -> saying("phase " + index, outcomes.get(index)))
                .toList();

        Screening screening = screen(phases);

        assertThat(screening.verdicts()).extracting(Verdict::outcome).containsExactlyElementsOf(outcomes);
        assertThat(screening.standing())
                .isEqualTo(
                        outcomes.contains(Outcome.REJECT)
                                ? Standing.REJECTED
                                : outcomes.contains(Outcome.HOLD) ? Standing.HELD : Standing.APPROVED);
        assertThat(screening.reasons()).hasSize((int) outcomes.stream()
                .filter(outcome -> outcome == Outcome.HOLD || outcome == Outcome.REJECT)
                .count());
    }

    @Test
    void a_phase_that_fails_has_the_text_held_and_the_others_are_still_asked() {
        Screening screening = screen(List.of(failing(), saying("after", Outcome.PASS)));

        assertThat(screening.standing()).isEqualTo(Standing.HELD);
        assertThat(screening.verdicts()).extracting(Verdict::phase).containsExactly("failing", "after");
        assertThat(screening.reasons()).extracting(Reason::rule).containsExactly("failing");
    }

    @Test
    void a_phase_that_fails_does_not_soften_a_rejection() {
        assertThat(screen(List.of(failing(), saying("after", Outcome.REJECT))).standing())
                .isEqualTo(Standing.REJECTED);
    }

    @Test
    void a_text_that_nothing_judged_is_not_approved() {
        assertThat(screen(List.of()).standing()).isEqualTo(Standing.HELD);
    }

    private static Screening screen(List<Phase> phases) {
        return new Pipeline(phases).screen(SUBMISSION, Reading.of(SUBMISSION), AuthorHistory.ELSEWHERE, NOW);
    }

    private static Phase saying(String name, Outcome outcome) {
        return phase(name, () -> switch (outcome) {
            case NOT_APPLICABLE -> Verdict.notApplicable(name);
            case PASS -> Verdict.pass(name);
            case HOLD, REJECT -> Verdict.objection(name, outcome, "Because", null);
        });
    }

    private static Phase failing() {
        return phase("failing", () -> {
            throw new IllegalStateException("Out of order");
        });
    }

    private static Phase phase(String name, java.util.function.Supplier<Verdict> verdict) {
        return new Phase() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Verdict judge(Submission submission, Context context) {
                return verdict.get();
            }
        };
    }
}
