/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class TallyConfiguration {

    @Bean
    CountChanges countChanges(Tallies tallies) {
        return new CountChanges(tallies);
    }
}
