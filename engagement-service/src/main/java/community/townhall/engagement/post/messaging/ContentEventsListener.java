/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post.messaging;

import community.townhall.engagement.member.JoinCommunity;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.engagement.target.Targets;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEditDeclined;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostStandingChanged;
import community.townhall.events.content.PostState;
import community.townhall.events.content.TopicChanged;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the copies of posts and topics up to date. */
@Configuration(proxyBeanMethods = false)
class ContentEventsListener {

    private final Posts posts;
    private final JoinCommunity join;
    private final Targets targets;

    ContentEventsListener(Posts posts, JoinCommunity join, Targets targets) {
        this.posts = posts;
        this.join = join;
        this.targets = targets;
    }

    @Bean
    EventConsumer postCopies() {
        return EventConsumer.named("post-copies")
                .on(PostCreated.class, this::created)
                .on(PostEdited.class, event -> keep(event, event.data().post()))
                .on(PostRevised.class, event -> keep(event, event.data().post()))
                .on(PostEditDeclined.class, event -> keep(event, event.data().post()))
                .on(PostStandingChanged.class, event -> keep(event, event.data().post()))
                .on(AnswerAccepted.class, event -> keep(event, event.data().post()))
                .on(AnswerUnaccepted.class, event -> keep(event, event.data().post()))
                .on(
                        TopicChanged.class,
                        event -> posts.keepTopic(
                                event.data().slug(),
                                event.entityVersion(),
                                event.data().name()))
                .build();
    }

    /** Whoever writes a post takes part: from then on they can be followed and mentioned. */
    private void created(EventEnvelope<PostCreated> event) {
        PostState post = event.data().post();
        String name = event.data().authorName();
        if (name != null && post.origin() == null) {
            join.unlessJoined(post.authorId(), name);
        }
        keep(event, post);
    }

    private void keep(EventEnvelope<? extends Event> event, PostState post) {
        posts.keep(new Post(
                post.id(),
                event.entityVersion(),
                post.authorId(),
                post.status().isVisible(),
                post.status() == PublicationStatus.REMOVED,
                post.title(),
                post.questionId(),
                post.topics(),
                post.origin()));
        targets.arrived(post.id());
    }
}
