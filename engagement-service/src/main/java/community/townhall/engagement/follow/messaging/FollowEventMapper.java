/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow.messaging;

import community.townhall.engagement.follow.Follow;
import community.townhall.engagement.follow.FollowEvent;
import community.townhall.events.Event;
import community.townhall.events.engagement.FollowEnded;
import community.townhall.events.engagement.FollowStarted;
import community.townhall.events.engagement.FollowState;
import community.townhall.events.engagement.FollowedType;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class FollowEventMapper implements EventMapper<FollowEvent> {

    @Override
    public Event toContract(FollowEvent event, long version) {
        FollowState state = state(event.follow());
        return switch (event) {
            case FollowEvent.Started _ -> new FollowStarted(state);
            case FollowEvent.Ended _ -> new FollowEnded(state);
        };
    }

    private static FollowState state(Follow follow) {
        return new FollowState(
                follow.id(),
                follow.memberId(),
                FollowedType.valueOf(follow.type().name()),
                follow.followedId(),
                follow.active(),
                follow.at());
    }
}
