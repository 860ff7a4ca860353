/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import java.time.Instant;
import java.util.List;

/**
 * What moderation holds of a comment.
 *
 * @param version of what moderation holds: a higher one replaces a lower one, whichever comes first
 * @param revision of the newest text that moderation knows
 * @param verdict on the comment when it is a takedown, else on that text
 * @param reasons why, for the author
 * @param byPerson whether somebody decided, rather than the screening
 */
public record Standing(
        long version, int revision, Verdict verdict, List<Reason> reasons, boolean byPerson, Instant decidedAt) {

    public Standing {
        reasons = List.copyOf(reasons);
    }

    /** What is to become of the comment. */
    public enum Verdict {
        APPROVED(CommentStatus.PUBLISHED),
        HELD(CommentStatus.HELD),
        REJECTED(CommentStatus.REJECTED),
        HIDDEN(CommentStatus.HIDDEN),
        REMOVED(CommentStatus.REMOVED);

        private final CommentStatus status;

        Verdict(CommentStatus status) {
            this.status = status;
        }

        CommentStatus status() {
            return status;
        }
    }

    /** Takes the whole comment from view, whatever its text says by now. */
    boolean isTakedown() {
        return verdict == Verdict.HIDDEN || verdict == Verdict.REMOVED;
    }

    /** Why: the rule's name, and what it means for people. */
    public record Reason(String rule, String explanation) {}
}
