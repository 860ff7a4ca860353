/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.post.Posts;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetSource;
import community.townhall.engagement.target.TargetType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return comments.recent(id).map(comment -> target(comment, posts.isSeen(comment.postId())));
    }

    @Override
    public List<Target> find(Collection<String> ids) {
        List<Comment> found = comments.recent(ids);
        Set<String> seen = posts.seenAmong(found.stream().map(Comment::postId).collect(Collectors.toSet()));
        return found.stream()
                .map(comment -> target(comment, seen.contains(comment.postId())))
                .toList();
    }

    private static Target target(Comment comment, boolean placeSeen) {
        return new Target(
                TargetType.COMMENT,
                comment.id(),
                comment.authorId(),
                comment.isVisible() && placeSeen,
                null,
                comment.origin());
    }
}
