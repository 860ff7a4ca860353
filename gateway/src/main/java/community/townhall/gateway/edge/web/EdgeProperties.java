/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one address may have of the server.
 *
 * @param connectionsOfAddress open at once
 * @param head how long the head of a request may take to arrive
 */
@ConfigurationProperties("townhall.gateway.edge")
record EdgeProperties(
        @DefaultValue("256") int connectionsOfAddress,
        @DefaultValue("10s") Duration head) {}
