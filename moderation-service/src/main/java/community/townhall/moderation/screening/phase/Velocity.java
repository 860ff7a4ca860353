/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.AuthorHistory;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import java.time.Duration;
import java.time.Instant;

/**
 * An author leaves others room to speak.
 *
 * @param most texts within the window, edits counted
 * @param window at most a day
 */
public record Velocity(int most, Duration window) implements Phase {

    @Override
    public String name() {
        return "velocity";
    }

    /** Whether that text is one too many. */
    public boolean isPassed(Submission submission, AuthorHistory author) {
        return !submission.isImported() && others(submission, author) >= most;
    }

    /** Other subjects, and earlier texts of the same one. */
    private long others(Submission submission, AuthorHistory author) {
        Instant since = submission.at().minus(window);
        Instant until = submission.at();
        return author.texts().stream()
                .filter(text -> !text.is(submission)
                        && text.at().isAfter(since)
                        && !text.at().isAfter(until))
                .count();
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        if (submission.isImported()) {
            return Verdict.notApplicable(name());
        }
        // What was not read, since it seemed too much, is not let through unread.
        if (!isPassed(submission, context.author()) && context.reading().complete()) {
            return Verdict.pass(name());
        }
        long others = others(submission, context.author());
        return Verdict.objection(
                name(),
                Outcome.HOLD,
                "You have published very much in a short time, so a moderator will look at this text",
                "%d others within %d seconds".formatted(others, window.toSeconds()));
    }
}
