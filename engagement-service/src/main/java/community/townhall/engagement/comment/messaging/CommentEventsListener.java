/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.messaging;

import community.townhall.engagement.tally.CountChanges;
import community.townhall.engagement.tally.Countable;
import community.townhall.engagement.tally.LatelyCounted;
import community.townhall.engagement.target.TargetType;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.engagement.CommentEdited;
import community.townhall.events.engagement.CommentStandingChanged;
import community.townhall.events.engagement.CommentState;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts what changed among comments and replies, unless it was counted with what was counted last. */
@Configuration(proxyBeanMethods = false)
class CommentEventsListener {

    private final CountChanges count;
    private final Countable comments;
    private final Countable replies;
    private final LatelyCounted latelyComments = new LatelyCounted();
    private final LatelyCounted latelyReplies = new LatelyCounted();

    CommentEventsListener(
            CountChanges count,
            @Qualifier("countableComments") Countable comments,
            @Qualifier("countableReplies") Countable replies) {
        this.count = count;
        this.comments = comments;
        this.replies = replies;
    }

    @Bean
    EventConsumer commentTallies() {
        return EventConsumer.named("comment-tallies")
                .on(CommentEdited.class, event -> count(event, event.data().comment()))
                .on(
                        CommentStandingChanged.class,
                        event -> count(event, event.data().comment()))
                .build();
    }

    private void count(EventEnvelope<? extends Event> event, CommentState comment) {
        if (!latelyComments.includes(comment.id(), event.entityVersion())) {
            latelyComments.add(count.on(TargetType.POST, comment.postId(), comments));
        }
        if (comment.parentId() != null && !latelyReplies.includes(comment.id(), event.entityVersion())) {
            latelyReplies.add(count.on(TargetType.COMMENT, comment.parentId(), replies));
        }
    }
}
