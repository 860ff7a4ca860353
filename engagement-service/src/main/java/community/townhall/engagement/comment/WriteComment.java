/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.imported.Imported;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.target.Targets;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a comment under a post, or a reply under a comment. */
public final class WriteComment {

    private final Comments comments;
    private final Targets targets;
    private final Clock clock;

    public WriteComment(Comments comments, Targets targets, Clock clock) {
        this.comments = comments;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * What is to be written.
     *
     * @param id of the new comment; a repeated request has the same
     * @param requestHash of the request, absent when it cannot be repeated
     */
    public record Draft(
            String id,
            @Nullable String requestHash,
            String postId,
            @Nullable String parentId,
            CommentText text) {}

    /** @return the new comment, or the one that is there of that id */
    public Comment by(String authorId, Draft draft) {
        return repeatable(draft, () -> {
            requirePlace(
                    draft,
                    Target::visible,
                    parent -> parent.isVisible() || (parent.authorId().equals(authorId) && !parent.deletedByAuthor()));
            return write(draft, authorId, clock.instant(), null);
        });
    }

    /** What was written elsewhere: at its own time, and whether or not its post is visible yet. */
    public Comment imported(Imported.Complete imported, Draft draft) {
        return repeatable(draft, () -> {
            requirePlace(draft, _ -> true, _ -> true);
            return write(draft, imported.authorId(), imported.at(), imported.origin());
        });
    }

    private void requirePlace(Draft draft, Predicate<Target> postMay, Predicate<Comment> parentMay) {
        if (targets.find(TargetType.POST, draft.postId(), postMay).isEmpty()) {
            throw Refusal.invalid("postId", "exists", "postId must be a post that is there to be seen");
        }
        if (draft.parentId() == null) {
            return;
        }
        Comment parent = comments.recent(draft.parentId())
                .filter(parentMay)
                .orElseThrow(() ->
                        Refusal.invalid("parentId", "exists", "parentId must be a comment that is there to be seen"));
        if (!parent.postId().equals(draft.postId())) {
            throw Refusal.invalid("parentId", "same-post", "parentId must be a comment on the same post");
        }
    }

    private Comment write(Draft draft, String authorId, Instant at, @Nullable String origin) {
        CommentEvent.Written written = Comment.written(
                draft.id(), authorId, draft.postId(), draft.parentId(), draft.text(), at, origin, draft.requestHash());
        return comments.add(written)
                ? written.comment()
                : comments.find(draft.id()).orElseThrow();
    }

    /** What was accepted once is answered alike again, even where the rules would refuse it by now. */
    private Comment repeatable(Draft draft, Supplier<Comment> writing) {
        try {
            return writing.get();
        } catch (Refusal refused) {
            if (draft.requestHash() == null) {
                throw refused;
            }
            return comments.find(draft.id()).orElseThrow(() -> refused);
        }
    }
}
