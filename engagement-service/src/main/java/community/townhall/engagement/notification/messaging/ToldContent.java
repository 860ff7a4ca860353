/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps what members were told true to what they can see: of what was taken from view nothing is shown, and what was
 * edited says what it says now. It decides by this service's own copy, so that a late or repeated event does no harm.
 */
@Component
class ToldContent {

    private final Notifications notifications;
    private final Comments comments;
    private final Posts posts;

    ToldContent(Notifications notifications, Comments comments, Posts posts) {
        this.notifications = notifications;
        this.comments = comments;
        this.posts = posts;
    }

    /** Its author deleted it, and what was held, refused or taken down of it concerns nobody any more. */
    void withdrawn(String id) {
        notifications.gone(Notification.own(id));
    }

    /** Whether all of these posts and comments are to be seen, as far as they are known. */
    boolean isSeen(List<String> about) {
        return about.stream()
                .allMatch(id -> posts.find(id)
                        .map(Post::visible)
                        .or(() -> comments.find(id).map(Comment::isVisible))
                        .orElse(true));
    }

    void comment(String id) {
        Optional<Comment> comment = comments.find(id);
        if (comment.filter(Comment::isVisible).isEmpty()) {
            notifications.gone(id);
            return;
        }
        notifications.reword(
                id,
                "excerpt",
                CommunityNews.excerpt(
                        comment.get().text().value(), comment.get().text().markup()));
        notifications.back(id);
    }

    void post(EventEnvelope<? extends Event> event, PostState state) {
        Post told = new Post(
                state.id(),
                event.entityVersion(),
                state.authorId(),
                state.status().isVisible(),
                state.status() == PublicationStatus.REMOVED,
                state.title(),
                state.questionId(),
                state.topics(),
                state.origin());
        posts.keep(told); // its copy may not have been brought up to date yet, and what is told next looks there
        Post post = posts.find(state.id()).orElse(told);
        if (!post.visible()) {
            notifications.gone(post.id());
            return;
        }
        if (post.title() != null) {
            notifications.reword(post.id(), "title", post.title());
        }
        notifications.back(post.id());
    }
}
