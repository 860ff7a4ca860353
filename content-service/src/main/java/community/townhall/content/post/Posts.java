/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The posts and answers as they are decided about. A change and its events are kept together or not at all. */
public interface Posts {

    Optional<Post> find(String id);

    /** @return false when there is one of that id already; nothing was kept then */
    boolean add(Change first);

    /**
     * Decides about a post as it stands, and again when somebody else was quicker. The superseded texts are kept before
     * the change, so that a crash in between loses none.
     *
     * @return the post afterwards, empty when there is none of that id
     */
    Optional<Post> change(String id, Function<Post, Change> decision);

    /** Decides as a member asked: what others do not see is to them as what never was. */
    default Optional<Post> changeBy(String memberId, String id, Function<Post, Change> decision) {
        return change(id, post -> {
            if (!post.isBy(memberId) && !isSeen(post)) {
                throw Refusal.unknown("post", id);
            }
            return decision.apply(post);
        });
    }

    /** Whether readers see it, which for an answer takes that they see its question. */
    default boolean isSeen(Post post) {
        String questionId = post.authorship().questionId();
        return post.isVisible()
                && (questionId == null
                        || find(questionId).filter(Post::isVisible).isPresent());
    }

    /** Scheduled posts whose time has come, earliest first. */
    List<String> due(Instant now, int limit);

    /**
     * The texts it no longer holds, newest first.
     *
     * @param before only those of a lower revision
     * @param shown only those that readers saw
     */
    List<Revision> supersededRevisions(String id, long before, boolean shown, int limit);

    /** How many posts of that kind came from that community. */
    long countImported(String origin, PostKind kind);
}
