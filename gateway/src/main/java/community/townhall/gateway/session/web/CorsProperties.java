/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other sites' scripts may call the APIs, with bearer tokens of their own. None unless configured.
 *
 * @param maxAge how long a browser may remember the answer
 */
@ConfigurationProperties("townhall.gateway.cors")
record CorsProperties(
        @DefaultValue List<String> allowedOrigins,

        @DefaultValue({"GET", "HEAD", "POST", "PUT", "DELETE"})
        List<String> allowedMethods,

        @DefaultValue({"Authorization", "Content-Type", "Idempotency-Key", "X-Correlation-Id"})
        List<String> allowedHeaders,

        @DefaultValue("10m") Duration maxAge) {}
