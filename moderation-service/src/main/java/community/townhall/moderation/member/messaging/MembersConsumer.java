/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.member.messaging;

import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.member.Members;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MembersConsumer {

    @Bean
    EventConsumer members(Members members) {
        return EventConsumer.named("members")
                .unhurried()
                .on(MemberJoined.class, event -> keep(members, event.data().member(), event.entityVersion()))
                .on(
                        MemberProfileChanged.class,
                        event -> keep(members, event.data().member(), event.entityVersion()))
                .build();
    }

    private static void keep(Members members, MemberState member, long version) {
        members.keep(member.id(), version, member.displayName());
    }
}
