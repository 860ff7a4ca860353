/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.gateway.RequestedPath;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be, and how long it may take.
 *
 * @param other where no route says otherwise
 * @param routes by the route's name, the second part of {@code /api/content/…}
 * @param patience how long a body may take in all, beside the time that its bytes need
 * @param bytesAMillisecond the slowest rate for which that time is given
 * @param atOnce how many bodies of more than 16 KB may begin to arrive from one address within a second; a short or slow
 *     one holds its connection only, of which an address has so many
 */
@ConfigurationProperties("townhall.gateway.body-limits")
record BodyLimitsProperties(
        @DefaultValue("64KB") DataSize other,
        @DefaultValue Map<String, DataSize> routes,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("8") int bytesAMillisecond,
        @DefaultValue("16") int atOnce) {

    /** In bytes. */
    int of(String path) {
        @Nullable String service = RequestedPath.serviceOf(path);
        DataSize limit = service == null ? other : routes.getOrDefault(service, other);
        return Math.toIntExact(limit.toBytes());
    }
}
