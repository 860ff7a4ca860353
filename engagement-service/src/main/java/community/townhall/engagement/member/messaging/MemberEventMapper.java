/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member.messaging;

import community.townhall.engagement.member.Member;
import community.townhall.engagement.member.MemberEvent;
import community.townhall.events.Event;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class MemberEventMapper implements EventMapper<MemberEvent> {

    @Override
    public Event toContract(MemberEvent event, long version) {
        MemberState state = state(event.member());
        return switch (event) {
            case MemberEvent.Joined _ -> new MemberJoined(state);
            case MemberEvent.ProfileChanged _ -> new MemberProfileChanged(state);
        };
    }

    private static MemberState state(Member member) {
        return new MemberState(member.id(), member.name().value(), member.joinedAt(), member.origin());
    }
}
