/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.NotificationKind;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells members what concerns them of all that happens in the suite. */
@Configuration(proxyBeanMethods = false)
class NewsListener {

    @Bean
    EventConsumer news(
            ContentNews content,
            CommunityNews community,
            ModerationNews moderation,
            RewardsNews rewards,
            ToldContent told) {
        return EventConsumer.named("news")
                .unhurried()
                .on(PostPublished.class, content::published)
                .on(PostRevised.class, event -> {
                    content.revised(event);
                    told.post(event, event.data().post());
                })
                .on(PostHidden.class, event -> told.post(event, event.data().post()))
                .on(PostRemoved.class, event -> told.post(event, event.data().post()))
                .on(PostWithdrawn.class, event -> told.withdrawn(event.subject()))
                .on(PostRestored.class, event -> told.post(event, event.data().post()))
                .on(AnswerAccepted.class, content::accepted)
                .on(CommentPublished.class, event -> {
                    community.commented(event);
                    if (event.data().comment().revision() > 1) {
                        told.comment(event.subject());
                    }
                })
                .on(CommentEdited.class, event -> told.comment(event.subject()))
                .on(CommentHidden.class, event -> told.comment(event.subject()))
                .on(CommentRemoved.class, event -> told.comment(event.subject()))
                .on(CommentWithdrawn.class, event -> told.withdrawn(event.subject()))
                .on(CommentRestored.class, event -> told.comment(event.subject()))
                .on(ReactionGiven.class, community::reacted)
                .on(FollowStarted.class, community::followed)
                .on(
                        ContentScreened.class,
                        event -> moderation.screened(event, event.data().content()))
                .on(
                        ContentRejected.class,
                        event -> moderation.rejected(event, event.data().content()))
                .on(
                        ContentHidden.class,
                        event -> moderation.tell(event, event.data().content(), NotificationKind.CONTENT_HIDDEN))
                .on(
                        ContentRemoved.class,
                        event -> moderation.tell(event, event.data().content(), NotificationKind.CONTENT_REMOVED))
                .on(
                        ContentRestored.class,
                        event -> moderation.tell(event, event.data().content(), NotificationKind.CONTENT_RESTORED))
                .on(PointsAwarded.class, event -> rewards.awarded(event.data().entry()))
                .on(PointsReversed.class, rewards::reversed)
                .on(TierChanged.class, rewards::tierChanged)
                .build();
    }
}
