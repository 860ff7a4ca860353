/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.member.messaging;

import community.townhall.events.EventEnvelope;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.rewards.member.MemberNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MembersListener {

    @Bean
    EventConsumer memberNamesConsumer(MemberNames names) {
        return EventConsumer.named("members")
                .unhurried()
                .on(MemberJoined.class, event -> know(names, event, event.data().member()))
                .on(
                        MemberProfileChanged.class,
                        event -> know(names, event, event.data().member()))
                .build();
    }

    private static void know(MemberNames names, EventEnvelope<?> event, MemberState member) {
        names.know(member.id(), member.displayName(), event.entityVersion());
    }
}
