/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member.messaging;

import community.townhall.community.member.KnownMember;
import community.townhall.community.member.KnownMembers;
import community.townhall.events.engagement.MemberChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.kit.ServiceKitAutoConfiguration;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(after = ServiceKitAutoConfiguration.class)
@ConditionalOnProperty("townhall.service")
class MembersMessaging {

    @Bean
    EventConsumer memberEvents(KnownMembers members) {
        return EventConsumer.named("members")
                .unhurried()
                .on(
                        MemberChanged.class,
                        event -> members.keep(member(event.data().member(), event.entityVersion())))
                .build();
    }

    private static KnownMember member(MemberState member, long version) {
        return new KnownMember(member.id(), version, member.displayName());
    }
}
