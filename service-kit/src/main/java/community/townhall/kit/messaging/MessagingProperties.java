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
 * @param lanes how many events are handled at once by a reader, those of one key in their order
 * @param handlingLimit how long handling one event may take; what takes longer is laid aside
 * @param replicationFactor of topics that are created; by default as many as there are brokers, three at most
 * @param minInSyncReplicas how many replicas must have an event before it counts as sent; by default two of three, else
 *     one
 * @param longestPause between two attempts at an event
 * @param stuckAfter from when on a consumer that does not get on makes the service not ready
 * @param observation whether each event handled is an observation, and so a span when tracing is on
 */
@ConfigurationProperties("townhall.messaging")
public record MessagingProperties(
        @DefaultValue("1") int concurrency,
        @DefaultValue("100ms") Duration gather,
        @DefaultValue("500ms") Duration gatherUnhurried,
        @DefaultValue("24") int lanes,
        @DefaultValue("1m") Duration handlingLimit,
        @DefaultValue("-1") short replicationFactor,
        @DefaultValue("-1") int minInSyncReplicas,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("1m") Duration stuckAfter,
        @DefaultValue("false") boolean observation) {}
