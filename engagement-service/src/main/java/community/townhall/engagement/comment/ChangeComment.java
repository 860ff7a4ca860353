/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.refusal.Refused;
import java.time.Clock;

/** Changes what is written: by its author, or by what moderation decides. */
public final class ChangeComment {

    private final Comments comments;
    private final Clock clock;

    public ChangeComment(Comments comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** @throws Refused see {@link Comment#edited} */
    public Comment edit(String id, String editorId, String text, long seenVersion) {
        return comments.change(id, comment -> comment.edited(editorId, text, seenVersion, clock.instant()))
                .orElseThrow(() -> Refused.notFound("comment", id));
    }

    /** @throws Refused see {@link Comment#deleted} */
    public void delete(String id, String askerId) {
        if (comments.change(id, comment -> comment.deleted(askerId, clock.instant()))
                .isEmpty()) {
            throw Refused.notFound("comment", id);
        }
    }

    /** Of a comment that is not there nothing is to be done. */
    public void judge(String id, Standing standing) {
        comments.change(id, comment -> comment.judged(standing, clock.instant()));
    }
}
