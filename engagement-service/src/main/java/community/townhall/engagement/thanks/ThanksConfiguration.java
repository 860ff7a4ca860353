/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks;

import community.townhall.engagement.target.Targets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ThanksConfiguration {

    @Bean
    SayThanks sayThanks(AllThanks thanks, Targets targets, Clock clock) {
        return new SayThanks(thanks, targets, clock);
    }
}
