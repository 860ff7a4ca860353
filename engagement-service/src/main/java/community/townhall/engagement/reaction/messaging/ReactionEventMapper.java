/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.messaging;

import community.townhall.engagement.reaction.Reaction;
import community.townhall.engagement.reaction.ReactionEvent;
import community.townhall.events.Event;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.events.engagement.ReactionWithdrawn;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class ReactionEventMapper implements EventMapper<ReactionEvent> {

    @Override
    public Event toContract(ReactionEvent event, long version) {
        ReactionState state = state(event.reaction());
        return switch (event) {
            case ReactionEvent.Given _ -> new ReactionGiven(state);
            case ReactionEvent.Withdrawn _ -> new ReactionWithdrawn(state);
        };
    }

    private static ReactionState state(Reaction reaction) {
        return new ReactionState(
                reaction.id(),
                TargetType.valueOf(reaction.targetType().name()),
                reaction.targetId(),
                reaction.targetAuthorId(),
                reaction.memberId(),
                reaction.kind().label(),
                reaction.active(),
                reaction.at(),
                reaction.origin(),
                reaction.pseudonymous() ? true : null);
    }
}
