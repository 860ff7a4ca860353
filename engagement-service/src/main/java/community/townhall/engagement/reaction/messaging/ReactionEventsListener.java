/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.engagement.reaction.Reactions;
import community.townhall.engagement.tally.Evidence;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.target.TargetType;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.events.engagement.ReactionWithdrawn;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts a target's reactions afresh whenever one changed that the last count did not see. */
@Configuration(proxyBeanMethods = false)
class ReactionEventsListener {

    private static final long REACTIONS_REMEMBERED = 200_000;

    private final Reactions reactions;
    private final Tallies tallies;
    private final Cache<String, Evidence> lastCounts = Caffeine.newBuilder()
            .maximumWeight(REACTIONS_REMEMBERED)
            .weigher((String _, Evidence evidence) -> evidence.versions().size() + 1)
            .build();

    ReactionEventsListener(Reactions reactions, Tallies tallies) {
        this.reactions = reactions;
        this.tallies = tallies;
    }

    @Bean
    EventConsumer reactionTallies() {
        return EventConsumer.named("reaction-tallies")
                .on(ReactionGiven.class, event -> recount(event, event.data().reaction()))
                .on(
                        ReactionWithdrawn.class,
                        event -> recount(event, event.data().reaction()))
                .build();
    }

    private void recount(EventEnvelope<? extends Event> event, ReactionState reaction) {
        String targetId = reaction.targetId();
        Evidence last = lastCounts.getIfPresent(targetId);
        if (last != null && last.includes(reaction.id(), event.entityVersion())) {
            return;
        }
        lastCounts.put(
                targetId,
                tallies.recountReactions(
                        TargetType.valueOf(reaction.targetType().name()), targetId, () -> reactions.count(targetId)));
    }
}
