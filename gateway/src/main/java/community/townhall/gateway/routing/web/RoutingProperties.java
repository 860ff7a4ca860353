/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param services by name: {@code /api/content/…} goes to {@code content}
 * @param timeLimit how long a service may take to answer, and to go on with an answer it has begun
 * @param timeLimits the same for single services, by name
 * @param connections how many connections are kept to each service, at most: as many requests it is asked at once.
 *     Others wait for two seconds, then are refused.
 * @param connectionsPerAddress how many of them requests of one address may have; a third unless configured
 * @param streams the same for streams of events
 */
@ConfigurationProperties("townhall.gateway")
record RoutingProperties(
        Map<String, URI> services,
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue Map<String, Duration> timeLimits,
        @DefaultValue("400") int connections,
        @Nullable Integer connectionsPerAddress,
        @DefaultValue Streams streams) {

    /**
     * Streams of events, which keep a connection as long as they last.
     *
     * @param most open at once in all
     * @param perAddress of them from one address
     * @param perMember of them by one member
     * @param longestSilence after which a service is taken to be gone; it gives a sign of life every few seconds
     */
    record Streams(
            @DefaultValue("1000") int most,
            @DefaultValue("100") int perAddress,
            @DefaultValue("8") int perMember,
            @DefaultValue("1m") Duration longestSilence) {}

    int connectionsOfAddress() {
        return connectionsPerAddress == null ? Math.max(1, connections / 3) : connectionsPerAddress;
    }

    Duration timeLimitOf(String service) {
        return timeLimits.getOrDefault(service, timeLimit);
    }
}
