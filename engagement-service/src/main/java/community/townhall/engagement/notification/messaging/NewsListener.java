/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.Notify;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRemoved;
import community.townhall.events.content.PostRestored;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostWithdrawn;
import community.townhall.events.engagement.CommentEdited;
import community.townhall.events.engagement.CommentHidden;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentRemoved;
import community.townhall.events.engagement.CommentRestored;
import community.townhall.events.engagement.CommentWithdrawn;
import community.townhall.events.engagement.FollowStarted;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentRejected;
import community.townhall.events.moderation.ContentRemoved;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.events.rewards.PointsReversed;
import community.townhall.events.rewards.TierChanged;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells members what concerns them, each part what happened to one kind of thing. A feature adds a part of its own, wherever it
 * stands, by a consumer of the same name.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RewardsNewsProperties.class)
class NewsListener {

    @Bean
    EventConsumer newsOfPosts(ContentNews news, ToldContent told) {
        return part().on(PostPublished.class, news::published)
                .on(PostRevised.class, event -> {
                    news.revised(event);
                    told.post(event, event.data().post());
                })
                .on(PostHidden.class, event -> told.post(event, event.data().post()))
                .on(PostRemoved.class, event -> told.post(event, event.data().post()))
                .on(PostWithdrawn.class, event -> told.withdrawn(event.subject()))
                .on(PostRestored.class, event -> told.post(event, event.data().post()))
                .on(AnswerAccepted.class, news::accepted)
                .build();
    }

    @Bean
    EventConsumer newsOfComments(CommunityNews news, ToldContent told) {
        return part().on(CommentPublished.class, event -> {
                    news.commented(event);
                    if (event.data().comment().revision() > 1) {
                        told.comment(event.subject());
                    }
                })
                .on(CommentEdited.class, event -> told.comment(event.subject()))
                .on(CommentHidden.class, event -> told.comment(event.subject()))
                .on(CommentRemoved.class, event -> told.comment(event.subject()))
                .on(CommentWithdrawn.class, event -> told.withdrawn(event.subject()))
                .on(CommentRestored.class, event -> told.comment(event.subject()))
                .build();
    }

    @Bean
    EventConsumer newsOfReactions(CommunityNews news) {
        return part().on(ReactionGiven.class, news::reacted).build();
    }

    @Bean
    EventConsumer newsOfFollows(CommunityNews news) {
        return part().on(FollowStarted.class, news::followed).build();
    }

    @Bean
    EventConsumer newsOfDecisions(ModerationNews news) {
        return part().on(
                        ContentScreened.class,
                        event -> news.screened(event, event.data().content()))
                .on(
                        ContentRejected.class,
                        event -> news.rejected(event, event.data().content()))
                .on(
                        ContentHidden.class,
                        event -> news.hidden(event, event.data().content()))
                .on(
                        ContentRemoved.class,
                        event -> news.removed(event, event.data().content()))
                .on(
                        ContentRestored.class,
                        event -> news.restored(event, event.data().content()))
                .build();
    }

    @Bean
    EventConsumer newsOfPoints(RewardsNews news) {
        return part().on(PointsAwarded.class, event -> news.awarded(event.data().entry()))
                .on(PointsReversed.class, news::reversed)
                .on(TierChanged.class, news::tierChanged)
                .build();
    }

    private static EventConsumer.Builder part() {
        return EventConsumer.named(Notify.CONSUMER).unhurried();
    }
}
