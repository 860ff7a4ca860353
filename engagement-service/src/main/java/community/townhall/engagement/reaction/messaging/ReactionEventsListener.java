/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.messaging;

import community.townhall.engagement.tally.CountChanges;
import community.townhall.engagement.tally.Countable;
import community.townhall.engagement.tally.LatelyCounted;
import community.townhall.engagement.target.TargetType;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.engagement.ReactionChanged;
import community.townhall.events.engagement.ReactionState;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts what changed on a target, unless it was counted with what was counted last. */
@Configuration(proxyBeanMethods = false)
class ReactionEventsListener {

    private final CountChanges count;
    private final Countable reactions;
    private final LatelyCounted lately = new LatelyCounted();

    ReactionEventsListener(CountChanges count, @Qualifier("countableReactions") Countable reactions) {
        this.count = count;
        this.reactions = reactions;
    }

    @Bean
    EventConsumer reactionTallies() {
        return EventConsumer.named("reaction-tallies")
                .on(ReactionChanged.class, event -> count(event, event.data().reaction()))
                .build();
    }

    private void count(EventEnvelope<? extends Event> event, ReactionState reaction) {
        if (!lately.includes(reaction.id(), event.entityVersion())) {
            lately.add(count.on(TargetType.valueOf(reaction.targetType().name()), reaction.targetId(), reactions));
        }
    }
}
