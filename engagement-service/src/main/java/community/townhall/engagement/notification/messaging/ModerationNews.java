/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.notification.Links;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.Notify;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.TargetType;
import community.townhall.events.moderation.ContentStanding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells authors what became of their content, under which rule, and by whom: a person or the screening. */
@Component
class ModerationNews {

    private final Notify notify;
    private final Posts posts;
    private final Comments comments;

    ModerationNews(Notify notify, Posts posts, Comments comments) {
        this.notify = notify;
        this.posts = posts;
        this.comments = comments;
    }

    /** The screening lets most things through, of which the author learns by seeing them published. */
    void screened(EventEnvelope<? extends Event> event, ContentStanding content) {
        boolean comment = content.subjectType() == TargetType.COMMENT;
        switch (content.standing()) {
            case HELD -> tell(event, content, comment ? NotificationKind.COMMENT_HELD : NotificationKind.POST_HELD);
            case REJECTED -> rejected(event, content);
            case APPROVED, HIDDEN, REMOVED, UNKNOWN -> {}
        }
    }

    void rejected(EventEnvelope<? extends Event> event, ContentStanding content) {
        tell(
                event,
                content,
                content.subjectType() == TargetType.COMMENT
                        ? NotificationKind.COMMENT_REJECTED
                        : NotificationKind.POST_REJECTED);
    }

    void tell(EventEnvelope<? extends Event> event, ContentStanding content, NotificationKind kind) {
        Subject subject = subject(content);
        if (subject.isImported()) {
            return;
        }
        Map<String, String> facts = new HashMap<>(subject.facts());
        facts.put("targetType", content.subjectType().name());
        facts.put("by", content.decidedBy() == null ? "machine" : "person");
        if (!content.reasons().isEmpty()) {
            facts.put(
                    "rule",
                    content.reasons().stream()
                            .map(ContentStanding.Reason::rule)
                            .distinct()
                            .collect(Collectors.joining(", ")));
            facts.put(
                    "explanation",
                    content.reasons().stream()
                            .map(ContentStanding.Reason::explanation)
                            .distinct()
                            .collect(Collectors.joining(" ")));
        }
        notify.happening()
                .tell(new Notification(
                        content.authorId(), kind, event.id(), null, subject.link(), facts, content.decidedAt()));
    }

    private record Subject(@Nullable String link, Map<String, String> facts, boolean isImported) {}

    private Subject subject(ContentStanding content) {
        if (content.subjectType() == TargetType.COMMENT) {
            Optional<Comment> comment = comments.recent(content.subjectId());
            return new Subject(
                    comment.flatMap(one -> posts.find(one.postId()).map(post -> Links.to(one, post)))
                            .orElse(null),
                    Map.of(),
                    comment.map(Comment::origin).isPresent());
        }
        Optional<Post> post = posts.find(content.subjectId());
        return new Subject(
                post.map(Links::to).orElse("/posts/" + content.subjectId()),
                post.map(Post::title).map(title -> Map.of("title", title)).orElse(Map.of()),
                post.map(Post::origin).isPresent());
    }
}
