/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        static final @Nullable String GIVEN = System.getenv("TOWNHALL_TEST_KAFKA");
        static final @Nullable CuttableProxy PROXY = GIVEN == null ? start() : null;

        private static CuttableProxy start() {
            CuttableProxy proxy = CuttableProxy.open();
            EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
                    .brokerProperties(Map.of(
                            // Clients go where the broker says it is: to the proxy.
                            "advertised.listeners", "EXTERNAL://127.0.0.1:" + proxy.port(),
                            "auto.create.topics.enable", "false",
                            "group.coordinator.rebalance.protocols", "classic,consumer",
                            "group.consumer.heartbeat.interval.ms", "500",
                            "group.consumer.min.heartbeat.interval.ms", "500",
                            "group.initial.rebalance.delay.ms", "0"));
            broker.afterPropertiesSet();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
            proxy.forwardTo(addressOf(broker.getBrokersAsString()));
            return proxy;
        }

        static String address() {
            return PROXY == null ? Objects.requireNonNull(GIVEN) : "127.0.0.1:" + PROXY.port();
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
        static final CuttableProxy PROXY = start();

        private static CuttableProxy start() {
            CuttableProxy proxy = CuttableProxy.open();
            String host = new ConnectionString(mongo()).getHosts().getFirst();
            proxy.forwardTo(addressOf(host.contains(":") ? host : host + ":27017"));
            return proxy;
        }
    }

    private static InetSocketAddress addressOf(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    /** What stands between the services under test and the Mongo server. */
    public static CuttableProxy mongoProxy() {
        return MongoProxy.PROXY;
    }

    /** What stands between all clients and the broker; none before one that was given, which tells its address itself. */
    public static Optional<CuttableProxy> kafkaProxy() {
        return Optional.ofNullable(Kafka.PROXY);
    }

    /** For clients of the broker: {@code bootstrap.servers}. */
    public static String kafka() {
        return Kafka.address();
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
