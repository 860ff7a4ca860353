/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

    @Bean
    Targets targets(List<TargetSource> sources, Clock clock) {
        return new Targets(sources, clock);
    }
}
