/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import java.util.List;
import java.util.Set;

/**
 * A text is more than its links, and they do not lead to places the community knows for what they are.
 *
 * @param most links a text may hold
 * @param listedDomains domains whose links are held, with their sub-domains; as {@link community.townhall.texts.Link} tells hosts
 */
public record LinkLimits(int most, Set<String> listedDomains) implements Phase {

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Verdict judge(Submission submission, Context context) {
        if (submission.isImported() || context.reading().links().isEmpty()) {
            return Verdict.notApplicable(name());
        }
        List<String> listed = context.reading().links().stream()
                .filter(this::isListed)
                .distinct()
                .toList();
        if (!listed.isEmpty()) {
            return Verdict.objection(
                    name(),
                    Outcome.HOLD,
                    "The text links to a site that moderators look at first",
                    String.join(", ", listed));
        }
        if (context.reading().links().size() > most) {
            return Verdict.objection(
                    name(),
                    Outcome.HOLD,
                    "The text has more than %d links, so a moderator will look at it".formatted(most),
                    "%d links".formatted(context.reading().links().size()));
        }
        return Verdict.pass(name());
    }

    private boolean isListed(String host) {
        for (String domain = host; ; domain = domain.substring(domain.indexOf('.') + 1)) {
            if (listedDomains.contains(domain)) {
                return true;
            }
            if (domain.indexOf('.') < 0) {
                return false;
            }
        }
    }
}
