/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import community.townhall.moderation.screening.Reading;
import community.townhall.moderation.screening.lexicon.OverBudgetException;
import community.townhall.moderation.screening.lexicon.WordMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a text are such as the community reads. A text is given a bounded amount of work; beyond that it is held,
 * as it is when its author writes so much at once that it waits for a moderator anyway.
 *
 * @param severe what finds the words a text is rejected for
 * @param coarse what finds those it is held for
 */
public record Lexicon(List<WordMatcher> severe, List<WordMatcher> coarse) implements Phase {

    @Override
    public String name() {
        return "lexicon";
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        if (!context.reading().complete()) {
            return Verdict.notApplicable(name());
        }
        try {
            return judge(context);
        } catch (OverBudgetException tooMuch) {
            return Verdict.objection(
                    name(),
                    Outcome.HOLD,
                    "To look through the text takes too long, so a moderator will do it",
                    tooMuch.getMessage());
        }
    }

    private Verdict judge(Context context) {
        List<String> worst = matches(severe, context);
        if (!worst.isEmpty()) {
            return Verdict.objection(
                    name(),
                    Outcome.REJECT,
                    "The text contains words that this community does not accept",
                    String.join(", ", worst));
        }
        List<String> bad = matches(coarse, context);
        if (!bad.isEmpty()) {
            return Verdict.objection(
                    name(),
                    Outcome.HOLD,
                    "The text contains coarse words, so a moderator will look at it",
                    String.join(", ", bad));
        }
        return Verdict.pass(name());
    }

    private static List<String> matches(List<WordMatcher> matchers, Context context) {
        return matchers.stream()
                .flatMap(matcher -> matches(matcher, context.reading()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> matches(WordMatcher matcher, Reading reading) {
        Stream<String> said = matcher.matches(reading.prose()).stream();
        return reading.hasCode() ? Stream.concat(said, matcher.matchesAmongCode(reading.words()).stream()) : said;
    }
}
