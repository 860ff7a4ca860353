/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * An author leaves others room to speak.
 *
 * @param most texts within the window
 * @param window at most a day
 */
public record Velocity(int most, Duration window) implements Phase {

    @Override
    public String name() {
        return "velocity";
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        if (submission.isImported()) {
            return Verdict.notApplicable(name());
        }
        Instant since = submission.at().minus(window);
        long others = context.author().recent().stream()
                .filter(recent -> recent.at().isAfter(since) && !recent.at().isAfter(submission.at()))
                .count();
        if (others < most) {
            return Verdict.pass(name());
        }
        return Verdict.objection(
                name(),
                Outcome.HOLD,
                "You have published very much in a short time, so a moderator will look at this text",
                "%d others within %d seconds".formatted(others, window.toSeconds()));
    }
}
