/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;

/**
 * A text says something, and no more than a reader can take.
 *
 * @param longestPost in characters
 * @param longestOther in characters, of a comment and of whatever else is submitted
 */
public record Length(int longestPost, int longestOther) implements Phase {

    @Override
    public String name() {
        return "length";
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        String text = submission.revision().text();
        int longest = submission.type().isPost() ? longestPost : longestOther;
        int length = text.codePointCount(0, text.length());
        if (context.reading().words().isBlank()) {
            return Verdict.objection(name(), Outcome.REJECT, "The text is empty", null);
        }
        if (length > longest) {
            return Verdict.objection(
                    name(), Outcome.REJECT, "The text is longer than %d characters".formatted(longest), null);
        }
        return Verdict.pass(name());
    }
}
