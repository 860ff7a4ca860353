/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the limits. */
@Configuration(proxyBeanMethods = false)
class TrafficConfiguration {

    @Bean
    RateLimits rateLimits(RateLimitsProperties properties, Buckets buckets) {
        return new RateLimits(properties.inForce(), buckets);
    }
}
