/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentEvent;
import community.townhall.engagement.comment.Comments;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Comments without a store, as far as {@link Comments} is asked for them here. */
public final class CommentsInMemory {

    private final Map<String, Comment> comments = new HashMap<>();
    private final BiConsumer<CommentEvent, Long> happened;

    CommentsInMemory(BiConsumer<CommentEvent, Long> happened) {
        this.happened = happened;
    }

    Comments port() {
        return Partial.of(Comments.class, this);
    }

    public Optional<Comment> find(String id) {
        return Optional.ofNullable(comments.get(id));
    }

    public boolean add(CommentEvent.Written written) {
        comments.put(written.comment().id(), written.comment());
        happened.accept(written, 1L);
        return true;
    }

    public Optional<Comment> change(String id, Function<Comment, Optional<Comment.Change>> decision) {
        decision.apply(find(id).orElseThrow()).ifPresent(change -> {
            Comment stored = change.comment().stored();
            comments.put(id, stored);
            change.events().forEach(event -> happened.accept(event, stored.version()));
        });
        return find(id);
    }
}
