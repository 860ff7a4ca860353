/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import com.mongodb.ConnectionString;
import community.townhall.embeddedmongo.test.TestMongo;
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
 * <p>The broker that {@code TOWNHALL_TEST_KAFKA} names is used in its place; which Mongo server it is, {@link TestMongo}
 * says.
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
        return TestMongo.uri();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        IndexedQueries.of(context);
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
