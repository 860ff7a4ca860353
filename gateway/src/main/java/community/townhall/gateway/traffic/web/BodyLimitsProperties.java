/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param other where no route says otherwise
 * @param routes by the route's name, the second part of {@code /api/content/…}
 */
@ConfigurationProperties("townhall.gateway.body-limits")
record BodyLimitsProperties(
        @DefaultValue("64KB") DataSize other, @DefaultValue Map<String, DataSize> routes) {

    private static final String API = "/api/";

    /** In bytes. */
    int of(String path) {
        if (!path.startsWith(API)) {
            return Math.toIntExact(other.toBytes());
        }
        int end = path.indexOf('/', API.length());
        String route = path.substring(API.length(), end < 0 ? path.length() : end);
        return Math.toIntExact(routes.getOrDefault(route, other).toBytes());
    }
}
