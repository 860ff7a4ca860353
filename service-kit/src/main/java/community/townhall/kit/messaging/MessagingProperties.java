/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the consumers.
 *
 * @param concurrency threads for each consumer; no more than a topic's partitions are of use
 * @param replicationFactor of topics that are created; -1 leaves it to the broker's default
 * @param longestPause between two attempts at an event; must stay far below {@code max.poll.interval.ms}
 * @param observation whether each event handled is an observation, and so a span when tracing is on
 */
@ConfigurationProperties("townhall.messaging")
public record MessagingProperties(
        @DefaultValue("2") int concurrency,
        @DefaultValue("-1") short replicationFactor,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("false") boolean observation) {}
