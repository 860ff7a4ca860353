/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.AuthorHistory;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import community.townhall.moderation.screening.RecentText;
import java.time.Duration;
import java.time.Instant;

/**
 * An author does not say the same again and again, under whatever title. Short texts are let be: many people say thanks twice a day.
 *
 * @param window how long a text is remembered; at most a day
 * @param shortest letters and digits that a text must have to count
 * @param rejectedFrom the repetition from which the text is rejected rather than held: 1 is the second time it is said
 */
public record Repeat(Duration window, int shortest, int rejectedFrom) implements Phase {

    @Override
    public String name() {
        return "repeat";
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        if (submission.isImported() || context.reading().body().letters() < shortest) {
            return Verdict.notApplicable(name());
        }
        return judge(RecentText.of(submission, context.reading().body().fingerprint()), context.author());
    }

    /** A text that is long enough, by what its author wrote beside it and has not deleted. */
    public Verdict judge(RecentText said, AuthorHistory author) {
        Instant since = said.at().minus(window);
        Instant saidSince = author.saidSince(said);
        boolean isSaidAnew = saidSince.equals(said.at());
        long repetitions = author.others(said.subjectId()).stream()
                .filter(text -> text.at().isAfter(since) && text.fingerprint().equals(said.fingerprint()))
                .filter(text -> isSaidAnew || !text.at().isAfter(saidSince))
                .count();
        if (repetitions == 0) {
            return Verdict.pass(name());
        }
        return Verdict.objection(
                name(),
                repetitions >= rejectedFrom ? Outcome.REJECT : Outcome.HOLD,
                "You have published the same text within the last day",
                "%d times before".formatted(repetitions));
    }
}
