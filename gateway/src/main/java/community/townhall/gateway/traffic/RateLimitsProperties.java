/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The limits there are, by name, so that one can be changed or added by configuration alone. */
@ConfigurationProperties("townhall.gateway.rate-limits")
record RateLimitsProperties(
        @DefaultValue("true") boolean enabled, @DefaultValue Map<String, RateLimitProperties> limits) {

    /** None when they are switched off. */
    List<RateLimit> inForce() {
        return !enabled
                ? List.of()
                : limits.entrySet().stream()
                        .map(entry -> entry.getValue().named(entry.getKey()))
                        .toList();
    }
}
