/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The phases in their order. Every phase is asked and every verdict kept. A phase that fails neither blocks the text
 * nor lets it through by silence: it has the text held, and says so.
 */
public final class Pipeline {

    private final List<Phase> phases;

    public Pipeline(List<Phase> phases) {
        this.phases = List.copyOf(phases);
    }

    /** A function of its arguments. */
    public Screening screen(Submission submission, Reading reading, AuthorHistory author, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Phase phase : phases) {
            verdicts.add(
                    verdict(phase, submission, new Context(reading, author, Collections.unmodifiableList(verdicts))));
        }
        return new Screening(submission.revision().number(), verdicts, now);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a phase fails with, the text waits for a person
    private static Verdict verdict(Phase phase, Submission submission, Context context) {
        try {
            return phase.judge(submission, context);
        } catch (RuntimeException failure) {
            return Verdict.objection(
                    phase.name(),
                    Outcome.HOLD,
                    "This check is out of order at the moment, so a moderator will look at the text",
                    failure.toString());
        }
    }
}
