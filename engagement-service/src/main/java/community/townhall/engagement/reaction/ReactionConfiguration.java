/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.target.Targets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class ReactionConfiguration {

    @Bean
    React react(Targets targets, Reactions reactions, Tallies tallies, Clock clock) {
        return new React(targets, reactions, tallies, clock);
    }
}
