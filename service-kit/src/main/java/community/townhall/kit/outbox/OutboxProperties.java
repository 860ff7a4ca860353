/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the relay.
 *
 * @param capacity undelivered events an aggregate may hold before it refuses changes
 * @param lease how long a relay keeps others from delivering the same document; longer than a send may take
 * @param sweepInterval how often documents are looked for that were left behind
 * @param sweepAge how long a document must have waited before the sweep takes it: its writer's relay comes first
 * @param queue documents a relay holds in memory before it leaves new ones to the sweep
 * @param clearInterval how long delivered events gather before they are taken out of their documents: long enough that a
 *     document that soon changes again, as a post does when it is published, is cleared once
 */
@ConfigurationProperties("townhall.outbox")
public record OutboxProperties(
        @DefaultValue("100") int capacity,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue("2s") Duration sweepAge,
        @DefaultValue("10000") int queue,
        @DefaultValue("500ms") Duration clearInterval) {}
