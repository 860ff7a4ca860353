/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One Kafka broker and one Mongo server for all tests of a JVM, started when first asked for. Each Spring context gets a
 * database of its own; tests share topics and tell their events apart by id.
 *
 * <p>The servers that {@code TOWNHALL_TEST_MONGODB_URI} and {@code TOWNHALL_TEST_KAFKA} name are used in their place, and
 * a real {@code mongod} where the system property {@code townhall.test.mongod} names one.
 */
public final class EmbeddedServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Kafka {
        static final String ADDRESS = start();

        private static String start() {
            String given = System.getenv("TOWNHALL_TEST_KAFKA");
            if (given != null) {
                return given;
            }
            EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
                    .brokerProperties(Map.of(
                            "auto.create.topics.enable", "false",
                            "group.coordinator.rebalance.protocols", "classic,consumer",
                            "group.consumer.heartbeat.interval.ms", "500",
                            "group.consumer.min.heartbeat.interval.ms", "500",
                            "group.initial.rebalance.delay.ms", "0"));
            broker.afterPropertiesSet();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
            return broker.getBrokersAsString();
        }
    }

    private static final class Mongo {
        static final String URI = start();

        private static String start() {
            String given = System.getenv("TOWNHALL_TEST_MONGODB_URI");
            if (given != null) {
                return given;
            }
            String mongod = System.getProperty("townhall.test.mongod");
            if (mongod != null) {
                return Mongod.start(mongod);
            }
            MongoServer server = new MongoServer(new GreetingBackend());
            String uri = server.bindAndGetConnectionString();
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return uri;
        }
    }

    /** The in-memory server, answering {@code hello} too, which Spring Boot's health check asks with. */
    private static final class GreetingBackend extends MemoryBackend {

        @Override
        public de.bwaldvogel.mongo.bson.Document handleCommand(
                Channel channel, String database, String command, de.bwaldvogel.mongo.bson.Document query) {
            return super.handleCommand(channel, database, command.equals("hello") ? "isMaster" : command, query);
        }
    }

    private static final class MongoProxy {
        static final CuttableProxy PROXY = CuttableProxy.to(address());

        private static InetSocketAddress address() {
            String host = new ConnectionString(mongo()).getHosts().getFirst();
            int colon = host.lastIndexOf(':');
            return colon < 0
                    ? new InetSocketAddress(host, 27017)
                    : new InetSocketAddress(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
        }
    }

    /** What stands between the services under test and the Mongo server. */
    public static CuttableProxy mongoProxy() {
        return MongoProxy.PROXY;
    }

    /** For clients of the broker: {@code bootstrap.servers}. */
    public static String kafka() {
        return Kafka.ADDRESS;
    }

    /** For clients of the Mongo server: a connection string without a database. */
    public static String mongo() {
        return Mongo.URI;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mongodb.uri=mongodb://localhost:" + mongoProxy().port() + "/?directConnection=true",
                        "spring.mongodb.database=test-" + UUID.randomUUID(),
                        "spring.kafka.bootstrap-servers=" + kafka(),
                        "townhall.messaging.replication-factor=1",
                        "spring.kafka.producer.properties.max.block.ms=1000",
                        "management.server.port=0",
                        "server.port=0")
                .applyTo(context);
    }
}
