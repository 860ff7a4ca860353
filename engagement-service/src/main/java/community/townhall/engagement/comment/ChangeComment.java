/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.post.Posts;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;

/** Changes what is written: by its author, or by what moderation decides. */
public final class ChangeComment {

    private final Comments comments;
    private final Posts posts;
    private final Clock clock;

    public ChangeComment(Comments comments, Posts posts, Clock clock) {
        this.comments = comments;
        this.posts = posts;
        this.clock = clock;
    }

    /** @throws Refusal see {@link Comment#edited}; and when its post is not there to be seen */
    public Comment edit(String id, String editorId, String text, long seenVersion) {
        return comments.change(id, comment -> {
                    requireThere(comment, editorId);
                    var edited = comment.edited(editorId, text, seenVersion, clock.instant());
                    if (!posts.isSeen(comment.postId())) {
                        throw Refusal.conflict("The post that it stands under is not there to be seen");
                    }
                    return edited;
                })
                .orElseThrow(() -> Refusal.unknown("comment", id));
    }

    /** @throws Refusal see {@link Comment#deleted} */
    public void delete(String id, String askerId) {
        if (comments.change(id, comment -> {
                    if (!comment.authorId().equals(askerId)) {
                        requireThere(comment, askerId);
                    }
                    return comment.deleted(askerId, clock.instant());
                })
                .isEmpty()) {
            throw Refusal.unknown("comment", id);
        }
    }

    /** What others do not see, and what its author deleted, is refused as what never was. */
    private void requireThere(Comment comment, String askerId) {
        boolean there = comment.authorId().equals(askerId)
                ? !comment.deletedByAuthor()
                : comment.isVisible() && posts.isSeen(comment.postId());
        if (!there) {
            throw Refusal.unknown("comment", comment.id());
        }
    }

    /** Of a comment that is not there nothing is to be done. */
    public void judge(String id, Standing standing) {
        comments.change(id, comment -> comment.judged(standing, clock.instant()));
    }
}
