/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the consumers.
 *
 * @param concurrency readers of each consumer in this instance; no more than a topic's partitions are of use
 * @param gather how long the broker lets events come together before it answers a reader, so that they share round
 *     trips; an event waits half of it on average. A backlog is answered at once
 * @param gatherUnhurried the same for consumers whose effects nobody waits for
 * @param lanes how many events of one poll are handled at once by a reader, those of one aggregate in their order
 * @param replicationFactor of topics that are created; -1 leaves it to the broker's default
 * @param longestPause between two attempts at an event; must stay far below {@code max.poll.interval.ms}
 * @param observation whether each event handled is an observation, and so a span when tracing is on
 */
@ConfigurationProperties("townhall.messaging")
public record MessagingProperties(
        @DefaultValue("1") int concurrency,
        @DefaultValue("100ms") Duration gather,
        @DefaultValue("500ms") Duration gatherUnhurried,
        @DefaultValue("24") int lanes,
        @DefaultValue("-1") short replicationFactor,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("false") boolean observation) {}
