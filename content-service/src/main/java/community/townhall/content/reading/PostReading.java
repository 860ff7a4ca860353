/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.figures.Figures;
import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Post;
import java.util.Set;

/**
 * A post as it is shown.
 *
 * @param excerpt the beginning of its text without any markup
 */
public record PostReading(Post post, Figures figures, String excerpt) {

    /** @param answers that readers see */
    PostReading showingOf(Set<String> answers) {
        AcceptedAnswer accepted = post.accepted();
        return accepted == null || answers.contains(accepted.answerId())
                ? this
                : new PostReading(post.withAccepted(null), figures, excerpt);
    }
}
