/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import java.util.List;

/**
 * A moderator looks at what somebody writes whom the community does not know yet: at texts with links, which is what
 * spam needs, or at every post.
 *
 * @param heldPosts how many approved posts make a member known
 * @param onlyWithLinks whether plain texts pass
 */
public record NewMember(int heldPosts, boolean onlyWithLinks) implements Phase {

    @Override
    public String name() {
        return "new-member";
    }

    /** Whether it matters for that text how well its author is known. */
    public boolean concerns(Submission submission, List<String> links) {
        boolean everyPost = !onlyWithLinks && submission.type().isPost();
        return heldPosts > 0 && !submission.isImported() && (everyPost || !links.isEmpty());
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        if (submission.isImported() || heldPosts == 0) {
            return Verdict.notApplicable(name());
        }
        boolean known = context.author().approvedPosts() >= heldPosts;
        if (known || !concerns(submission, context.reading().links())) {
            return Verdict.pass(name());
        }
        boolean hasLinks = !context.reading().links().isEmpty();
        return Verdict.objection(
                name(),
                Outcome.HOLD,
                hasLinks
                        ? "The links of new members are looked at by a moderator first"
                        : "The first posts of new members are looked at by a moderator",
                "%d posts approved".formatted(context.author().approvedPosts()));
    }
}
