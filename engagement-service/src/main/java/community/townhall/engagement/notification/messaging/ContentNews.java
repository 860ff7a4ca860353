/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.follow.FollowedType;
import community.townhall.engagement.notification.Links;
import community.townhall.engagement.notification.News;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.Notify;
import community.townhall.engagement.notification.TellFollowers;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.events.EventEnvelope;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostState;
import community.townhall.texts.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is worth telling of posts. What was imported is no news. */
@Component
class ContentNews {

    private static final NotificationKind POST_PUBLISHED = NotificationKind.of("post-published");
    private static final NotificationKind ANSWER_POSTED = NotificationKind.ofText("answer-posted");
    private static final NotificationKind ANSWER_ACCEPTED = NotificationKind.of("answer-accepted");
    private static final NotificationKind FOLLOWED_MEMBER_POSTED = NotificationKind.ofText("followed-member-posted");
    private static final NotificationKind FOLLOWED_TOPIC_POSTED = NotificationKind.ofText("followed-topic-posted");
    private static final NotificationKind FOLLOWED_POST_ANSWERED = NotificationKind.ofText("followed-post-answered");

    private final Notify notify;
    private final Posts posts;
    private final TellFollowers followers;
    private final Mentioned mentioned;
    private final AnswersToUnknown answers;

    ContentNews(Notify notify, Posts posts, TellFollowers followers, Mentioned mentioned, AnswersToUnknown answers) {
        this.notify = notify;
        this.posts = posts;
        this.followers = followers;
        this.mentioned = mentioned;
        this.answers = answers;
    }

    /** An answer may be read of a little earlier than its question: it is then told of when that is known. */
    void published(EventEnvelope<PostPublished> event) {
        PostState post = event.data().post();
        if (post.origin() != null) {
            return;
        }
        Published published = new Published(
                post.id(),
                post.authorId(),
                post.kind().name(),
                post.title(),
                post.questionId(),
                post.topics(),
                mentioned.in(post.text(), Mentioned.markup(post.markup()), Place.POST),
                Objects.requireNonNullElse(post.publishedAt(), event.time()));
        if (!tell(published)) {
            answers.tellLater(published);
        }
    }

    /**
     * A post that readers see since a moment.
     *
     * @param mentioned who is named in it
     */
    record Published(
            String id,
            String authorId,
            String kind,
            @Nullable String title,
            @Nullable String questionId,
            List<String> topics,
            List<String> mentioned,
            Instant at) {}

    /** @return false when it answers a question that is not known to be there to be seen; nobody was told then */
    boolean tell(Published post) {
        String questionId = post.questionId();
        Optional<Post> question =
                questionId == null ? Optional.empty() : posts.find(questionId).filter(Post::visible);
        if (questionId != null && question.isEmpty()) {
            return false;
        }
        String title = Objects.requireNonNullElse(
                post.title(), question.map(Post::title).orElse(""));
        News news = new News(
                post.id(),
                post.authorId(),
                Links.toPost(post.id(), questionId),
                Map.of("title", title, "postKind", post.kind()),
                post.at(),
                place(post.id(), questionId),
                audiences(post));
        Notify.Happening happening = notify.happening();
        happening.tell(new Notification(
                post.authorId(),
                POST_PUBLISHED,
                news.cause(),
                null,
                news.link(),
                news.facts(),
                news.at(),
                news.about()));
        question.filter(asked -> asked.origin() == null)
                .ifPresent(asked -> happening.tell(news.to(asked.authorId(), ANSWER_POSTED)));
        post.mentioned().forEach(memberId -> happening.tell(news.to(memberId, Mentioned.KIND)));
        followers.tell(news, happening);
        return true;
    }

    private static List<News.Audience> audiences(Published post) {
        if (post.questionId() != null) {
            return List.of(new News.Audience(FollowedType.POST, post.questionId(), FOLLOWED_POST_ANSWERED));
        }
        List<News.Audience> audiences = new ArrayList<>();
        audiences.add(new News.Audience(FollowedType.MEMBER, post.authorId(), FOLLOWED_MEMBER_POSTED));
        post.topics()
                .forEach(topic -> audiences.add(new News.Audience(FollowedType.TOPIC, topic, FOLLOWED_TOPIC_POSTED)));
        return audiences;
    }

    /** Who is named for the first time by an edit is told; who was told of the post before is not told again. */
    void revised(EventEnvelope<PostRevised> event) {
        PostState post = event.data().post();
        if (post.origin() != null) {
            return;
        }
        String questionId = post.questionId();
        Optional<Post> question = questionId == null ? Optional.empty() : posts.find(questionId);
        News news = new News(
                post.id(),
                post.authorId(),
                Links.toPost(post.id(), questionId),
                Map.of(
                        "title",
                        Objects.requireNonNullElse(
                                post.title(), question.map(Post::title).orElse("")),
                        "postKind",
                        post.kind().name()),
                event.time(),
                place(post.id(), questionId),
                List.of());
        Notify.Happening happening = notify.happening();
        mentioned
                .in(post.text(), Mentioned.markup(post.markup()), Place.POST)
                .forEach(memberId -> happening.tell(news.to(memberId, Mentioned.KIND)));
    }

    void accepted(EventEnvelope<AnswerAccepted> event) {
        PostState question = event.data().post();
        String answerId = event.data().accepted().answerId();
        if (question.origin() == null) {
            notify.happening()
                    .tell(new Notification(
                            event.data().accepted().authorId(),
                            ANSWER_ACCEPTED,
                            question.id() + "/" + answerId,
                            question.authorId(),
                            Links.toPost(answerId, question.id()),
                            Map.of("title", Objects.requireNonNullElse(question.title(), "")),
                            event.time(),
                            List.of(question.id(), answerId)));
        }
    }

    private static List<String> place(String id, @Nullable String questionId) {
        return questionId == null ? List.of(id) : List.of(id, questionId);
    }
}
