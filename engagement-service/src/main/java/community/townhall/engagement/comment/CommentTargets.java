/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.post.Posts;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetSource;
import community.townhall.engagement.target.TargetType;
import java.util.Optional;

/** Comments as something to act on. */
final class CommentTargets implements TargetSource {

    private final Comments comments;
    private final Posts posts;

    CommentTargets(Comments comments, Posts posts) {
        this.comments = comments;
        this.posts = posts;
    }

    @Override
    public TargetType type() {
        return TargetType.COMMENT;
    }

    @Override
    public Optional<Target> find(String id) {
        return comments.recent(id)
                .map(comment -> new Target(
                        TargetType.COMMENT,
                        comment.id(),
                        comment.authorId(),
                        comment.isVisible() && posts.isSeen(comment.postId()),
                        null,
                        comment.origin()));
    }
}
