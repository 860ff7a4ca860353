/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server lets in.
 *
 * @param connections open at once, whoever they are of; absent, as many as the heap has room for
 * @param connectionsOfAddress open at once
 * @param head how long the head of a request may take to arrive
 */
@ConfigurationProperties("townhall.gateway.edge")
record EdgeProperties(
        @Nullable Integer connections,
        @DefaultValue("256") int connectionsOfAddress,
        @DefaultValue("10s") Duration head) {

    /** What the gateway needs when nobody is there. */
    private static final long IDLE_BYTES = 64L << 20;

    /** A request under way: the server's buffers, those towards the service, and a thread's stack. */
    private static final long BYTES_OF_CONNECTION = 192L << 10;

    private static final int FEWEST = 100;

    int connectionsIn(long heapBytes) {
        return connections != null
                ? connections
                : Math.toIntExact(Math.max(FEWEST, (heapBytes - IDLE_BYTES) / BYTES_OF_CONNECTION));
    }
}
