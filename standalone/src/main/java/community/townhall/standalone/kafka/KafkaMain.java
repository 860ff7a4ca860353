/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.kafka;

import community.townhall.standalone.Refusal;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker that is its own controller: {@code PORT CONTROLLER_PORT DIRECTORY}. */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int controllerPort = Integer.parseInt(arguments[1]);
        Path directory = Path.of(arguments[2]);
        try {
            new KafkaStorage(directory).formatIfNew();
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(BrokerProperties.of(port, controllerPort, directory)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }
}
