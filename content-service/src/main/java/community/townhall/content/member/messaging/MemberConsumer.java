/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.member.messaging;

import community.townhall.content.member.MemberName;
import community.townhall.content.member.MemberNames;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies members' names. */
@Configuration(proxyBeanMethods = false)
class MemberConsumer {

    @Bean
    EventConsumer members(MemberNames names) {
        return EventConsumer.named("members")
                .unhurried()
                .on(MemberJoined.class, event -> names.keep(name(event.data().member(), event.entityVersion())))
                .on(
                        MemberProfileChanged.class,
                        event -> names.keep(name(event.data().member(), event.entityVersion())))
                .build();
    }

    private static MemberName name(MemberState member, long version) {
        return new MemberName(member.id(), version, member.displayName());
    }
}
