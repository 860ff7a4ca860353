/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.follow.FollowedType;
import community.townhall.engagement.follow.Follows;
import community.townhall.engagement.notification.Links;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.Notify;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.events.EventEnvelope;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is worth telling of posts. What was imported is no news. */
@Component
class ContentNews {

    private final Notify notify;
    private final Posts posts;
    private final Follows follows;
    private final Mentioned mentioned;

    ContentNews(Notify notify, Posts posts, Follows follows, Mentioned mentioned) {
        this.notify = notify;
        this.posts = posts;
        this.follows = follows;
        this.mentioned = mentioned;
    }

    void published(EventEnvelope<PostPublished> event) {
        PostState state = event.data().post();
        if (state.origin() != null) {
            return;
        }
        Post post = post(state, event.entityVersion());
        Optional<Post> question = Optional.ofNullable(state.questionId()).map(this::knownQuestion);
        String title = Objects.requireNonNullElse(
                state.title(), question.map(Post::title).orElse(""));
        Telling telling = new Telling(notify.happening(), post, title, event);

        telling.tell(post.authorId(), NotificationKind.POST_PUBLISHED, null);
        question.filter(asked -> asked.origin() == null)
                .ifPresent(asked -> telling.tell(asked.authorId(), NotificationKind.ANSWER_POSTED, post.authorId()));
        mentioned
                .in(state.text())
                .forEach(memberId -> telling.tell(memberId, NotificationKind.MENTIONED, post.authorId()));
        if (state.questionId() != null) {
            telling.tellFollowers(FollowedType.POST, state.questionId(), NotificationKind.FOLLOWED_POST_ANSWERED);
        } else {
            telling.tellFollowers(FollowedType.MEMBER, post.authorId(), NotificationKind.FOLLOWED_MEMBER_POSTED);
            state.topics()
                    .forEach(topic ->
                            telling.tellFollowers(FollowedType.TOPIC, topic, NotificationKind.FOLLOWED_TOPIC_POSTED));
        }
    }

    /** Its own events may be read a little later than its answer's: this one is then tried again. */
    private Post knownQuestion(String questionId) {
        return posts.find(questionId)
                .orElseThrow(() -> new IllegalStateException("The question " + questionId + " is not known yet"));
    }

    void accepted(EventEnvelope<AnswerAccepted> event) {
        PostState question = event.data().post();
        String answerId = event.data().accepted().answerId();
        if (question.origin() == null) {
            notify.happening()
                    .tell(new Notification(
                            event.data().accepted().authorId(),
                            NotificationKind.ANSWER_ACCEPTED,
                            question.id() + "/" + answerId,
                            question.authorId(),
                            "/posts/" + question.id() + "#answer-" + answerId,
                            Map.of("title", Objects.requireNonNullElse(question.title(), "")),
                            event.time()));
        }
    }

    /** All are told of one post with the same cause, so that nobody is told twice of it in the same way. */
    private final class Telling {

        private final Notify.Happening happening;
        private final Post post;
        private final String title;
        private final EventEnvelope<PostPublished> event;

        Telling(Notify.Happening happening, Post post, String title, EventEnvelope<PostPublished> event) {
            this.happening = happening;
            this.post = post;
            this.title = title;
            this.event = event;
        }

        void tell(String memberId, NotificationKind kind, @Nullable String actorId) {
            happening.tell(new Notification(
                    memberId,
                    kind,
                    post.id(),
                    actorId,
                    Links.to(post),
                    Map.of(
                            "title",
                            title,
                            "postKind",
                            event.data().post().kind().name()),
                    event.time()));
        }

        void tellFollowers(FollowedType type, String followedId, NotificationKind kind) {
            follows.forEachFollower(type, followedId, memberId -> tell(memberId, kind, post.authorId()));
        }
    }

    private static Post post(PostState state, long version) {
        return new Post(
                state.id(),
                version,
                state.authorId(),
                state.status().isVisible(),
                state.title(),
                state.questionId(),
                state.topics(),
                state.origin());
    }
}
