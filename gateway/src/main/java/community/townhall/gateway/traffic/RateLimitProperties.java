/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A {@link RateLimit} as it is configured. */
record RateLimitProperties(
        RateLimit.Per per,
        long requests,
        Duration period,
        @DefaultValue Set<String> methods,
        @DefaultValue("/") Set<String> paths,
        @DefaultValue("true") boolean sparesOperators) {

    RateLimit named(String name) {
        return new RateLimit(name, per, requests, period, methods, paths, sparesOperators);
    }
}
