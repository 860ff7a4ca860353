/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this service needs to know of a post.
 *
 * @param version of the post in the content service; a copy is only written over a lower one
 * @param removed whether it was taken down, by a moderator or by its author
 * @param questionId for an answer, what it answers
 * @param origin the community it was imported from
 */
public record Post(
        String id,
        long version,
        String authorId,
        boolean visible,
        boolean removed,
        @Nullable String title,
        @Nullable String questionId,
        List<String> topics,
        @Nullable String origin) {

    /** The post whose page it stands on. */
    public String threadId() {
        return questionId == null ? id : questionId;
    }

    /** What readers must be able to see in order to see it: the post itself and, for an answer, its question. */
    public List<String> place() {
        return questionId == null ? List.of(id) : List.of(id, questionId);
    }

    /** @param seen whether readers find it, which takes more than that it is visible itself: see {@link Posts#isSeen} */
    public Target asTarget(boolean seen) {
        return new Target(TargetType.POST, id, authorId, seen, title, origin);
    }
}
