/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.messaging;

import community.townhall.engagement.reaction.Reactions;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.target.TargetType;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.events.engagement.ReactionWithdrawn;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts a target's reactions afresh whenever one changed. */
@Configuration(proxyBeanMethods = false)
class ReactionEventsListener {

    private final Reactions reactions;
    private final Tallies tallies;

    ReactionEventsListener(Reactions reactions, Tallies tallies) {
        this.reactions = reactions;
        this.tallies = tallies;
    }

    @Bean
    EventConsumer reactionTallies() {
        return EventConsumer.named("reaction-tallies")
                .on(ReactionGiven.class, event -> recount(event.data().reaction()))
                .on(ReactionWithdrawn.class, event -> recount(event.data().reaction()))
                .build();
    }

    private void recount(ReactionState reaction) {
        tallies.recount(
                TargetType.valueOf(reaction.targetType().name()),
                reaction.targetId(),
                tally -> tally.recounted(reactions.count(reaction.targetId())));
    }
}
