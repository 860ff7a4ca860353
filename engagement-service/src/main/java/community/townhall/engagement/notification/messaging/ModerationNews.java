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
import community.townhall.events.SubmittedText;
import community.townhall.events.moderation.ContentStanding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells authors what became of their content, under which rule, and by whom: a person or the screening. */
@Component
class ModerationNews {

    private static final NotificationKind POST_HELD = NotificationKind.of("post-held");
    private static final NotificationKind POST_REJECTED = NotificationKind.of("post-rejected");
    private static final NotificationKind COMMENT_HELD = NotificationKind.of("comment-held");
    private static final NotificationKind COMMENT_REJECTED = NotificationKind.of("comment-rejected");
    private static final NotificationKind CONTENT_HIDDEN = NotificationKind.of("content-hidden");
    private static final NotificationKind CONTENT_REMOVED = NotificationKind.of("content-removed");
    private static final NotificationKind CONTENT_RESTORED = NotificationKind.of("content-restored");

    private final Notify notify;
    private final Posts posts;
    private final Comments comments;
    private final ToldContent told;

    ModerationNews(Notify notify, Posts posts, Comments comments, ToldContent told) {
        this.notify = notify;
        this.posts = posts;
        this.comments = comments;
        this.told = told;
    }

    /** The screening lets most things through, of which the author learns by seeing them published. */
    void screened(EventEnvelope<? extends Event> event, ContentStanding content) {
        boolean comment = isComment(content);
        switch (content.standing()) {
            case HELD -> tell(event, content, comment ? COMMENT_HELD : POST_HELD);
            case REJECTED -> rejected(event, content);
            case APPROVED, HIDDEN, REMOVED, UNKNOWN -> {}
        }
    }

    void rejected(EventEnvelope<? extends Event> event, ContentStanding content) {
        tell(event, content, isComment(content) ? COMMENT_REJECTED : POST_REJECTED);
    }

    void hidden(EventEnvelope<? extends Event> event, ContentStanding content) {
        tell(event, content, CONTENT_HIDDEN);
    }

    void removed(EventEnvelope<? extends Event> event, ContentStanding content) {
        tell(event, content, CONTENT_REMOVED);
    }

    void restored(EventEnvelope<? extends Event> event, ContentStanding content) {
        tell(event, content, CONTENT_RESTORED);
    }

    private void tell(EventEnvelope<? extends Event> event, ContentStanding content, NotificationKind kind) {
        if (!isComment(content) && !content.subjectType().equals(SubmittedText.POST)) {
            return; // of what another feature has, that feature tells
        }
        Subject subject = subject(content);
        if (subject.isImported()) {
            return;
        }
        Map<String, String> facts = new HashMap<>(subject.facts());
        facts.put("targetType", content.subjectType());
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
                        content.authorId(),
                        kind,
                        event.id(),
                        null,
                        subject.link(),
                        facts,
                        content.decidedAt(),
                        about(content, kind, subject)));
        if (isWithdrawn(content)) {
            told.withdrawn(content.subjectId()); // the deletion may have been heard of before
        }
    }

    /**
     * A decision about what a member wrote stays told wherever it stood. That it waits, or is back, is no news while its
     * place is not there to be seen.
     */
    private static List<String> about(ContentStanding content, NotificationKind kind, Subject subject) {
        String own = Notification.own(content.subjectId());
        if (kind.equals(COMMENT_HELD) || kind.equals(POST_HELD)) {
            return Stream.concat(Stream.of(own), subject.place().stream()).toList();
        }
        return kind.equals(CONTENT_RESTORED)
                ? Stream.concat(Stream.of(own, content.subjectId()), subject.place().stream())
                        .toList()
                : List.of(own);
    }

    private static boolean isComment(ContentStanding content) {
        return content.subjectType().equals(SubmittedText.COMMENT);
    }

    /** Of a post the copy says only that it was taken down; a text that waits or is refused was so by its author. */
    private boolean isWithdrawn(ContentStanding content) {
        return isComment(content)
                ? comments.find(content.subjectId())
                        .filter(Comment::deletedByAuthor)
                        .isPresent()
                : (content.standing() == ContentStanding.Standing.HELD
                                || content.standing() == ContentStanding.Standing.REJECTED)
                        && posts.find(content.subjectId()).filter(Post::removed).isPresent();
    }

    /** @param place what it stands under, all of which is to be seen where it is */
    private record Subject(@Nullable String link, Map<String, String> facts, List<String> place, boolean isImported) {}

    private Subject subject(ContentStanding content) {
        if (isComment(content)) {
            Optional<Comment> comment = comments.recent(content.subjectId());
            Optional<Post> under = comment.map(Comment::postId).flatMap(posts::find);
            return new Subject(
                    comment.flatMap(one -> under.map(post -> Links.to(one, post)))
                            .orElse(null),
                    Map.of(),
                    under.map(Post::place).orElse(List.of()),
                    comment.map(Comment::origin).isPresent());
        }
        Optional<Post> post = posts.find(content.subjectId());
        return new Subject(
                post.map(Links::to).orElse("/posts/" + content.subjectId()),
                post.map(Post::title).map(title -> Map.of("title", title)).orElse(Map.of()),
                post.map(Post::questionId).map(List::of).orElse(List.of()),
                post.map(Post::origin).isPresent());
    }
}
