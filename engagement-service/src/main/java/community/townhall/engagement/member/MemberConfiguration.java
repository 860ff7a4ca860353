/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

    @Bean
    JoinCommunity joinCommunity(Members members, Clock clock) {
        return new JoinCommunity(members, clock);
    }
}
