/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How a lone broker on the loopback address is set up: for quick starts and little memory. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String BROKER = "BROKER";

    private BrokerProperties() {}

    static Map<String, String> of(int port, int controllerPort, Path directory) {
        Map<String, String> properties = new HashMap<>();
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("process.roles", "broker,controller");
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners", BROKER + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", BROKER + "://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("inter.broker.listener.name", BROKER);
        properties.put("log.dirs", directory.toString());

        // After a kill the controller waits for the old session to expire before the broker may serve again.
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("controller.quorum.election.timeout.ms", "300");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.recovery.threads.per.data.dir", "2");

        properties.put("auto.create.topics.enable", "false");
        properties.put("group.coordinator.rebalance.protocols", "classic,consumer");

        // One broker holds the only copy; few partitions of the internal topics, for few groups.
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        // A year, as the events: a service that was away for longer than Kafka's week would read all of them again.
        properties.put("offsets.retention.minutes", "525600");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");

        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.threads", "1");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        properties.put("log.cleaner.io.buffer.size", Integer.toString(64 << 10));
        properties.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        properties.put("metadata.log.segment.bytes", Integer.toString(8 << 20));
        return properties;
    }
}
