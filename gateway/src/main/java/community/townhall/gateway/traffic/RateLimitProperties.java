/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import community.townhall.gateway.traffic.RateLimit.Counted;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A {@link RateLimit} as it is configured: so many requests, or so many kilobytes of their bodies. */
record RateLimitProperties(
        RateLimit.Per per,
        @DefaultValue("0") long requests,
        @DefaultValue("0") long kilobytes,
        Duration period,
        @DefaultValue Set<String> methods,
        @DefaultValue("/") Set<String> paths,
        @DefaultValue("true") boolean sparesOperators) {

    RateLimitProperties {
        if ((requests > 0) == (kilobytes > 0)) {
            throw new IllegalArgumentException("A rate limit has either requests or kilobytes, of at least one");
        }
    }

    RateLimit named(String name) {
        return new RateLimit(
                name,
                per,
                requests > 0 ? Counted.REQUESTS : Counted.KILOBYTES,
                Math.max(requests, kilobytes),
                period,
                methods,
                paths,
                sparesOperators);
    }
}
