/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param services by name: {@code /api/content/…} goes to {@code content}
 * @param timeLimit how long a service may take to answer, and to go on with an answer it has begun
 * @param timeLimits the same for single services, by name
 * @param connections how many connections are kept to each service, at most: as many requests it is asked at once.
 *     Others wait for two seconds, then are refused
 */
@ConfigurationProperties("townhall.gateway")
record RoutingProperties(
        Map<String, URI> services,
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue Map<String, Duration> timeLimits,
        @DefaultValue("400") int connections) {

    Duration timeLimitOf(String service) {
        return timeLimits.getOrDefault(service, timeLimit);
    }
}
