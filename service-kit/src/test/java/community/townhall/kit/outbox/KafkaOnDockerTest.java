/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.content.TopicChanged;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** Events arrive on a broker as it is shipped, where a Docker engine is at hand. */
@Testcontainers(disabledWithoutDocker = true)
class KafkaOnDockerTest {

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

    @Test
    void an_event_arrives_as_a_cloud_event_in_binary_mode() {
        OutboxEntry entry = new OutboxEntryFactory(new EventJson(), () -> null)
                .make(new TopicChanged("java", "Java", "", false), 7, Instant.EPOCH);
        Map<String, Object> producer = Map.of("bootstrap.servers", KAFKA.getBootstrapServers());
        KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(producer, new StringSerializer(), new ByteArraySerializer()));

        new KafkaEventSender(kafka, "content-service").send(entry).join();

        ConsumerRecord<String, byte[]> received = onlyRecordOf("content.topic.v1");
        assertThat(received.key()).isEqualTo("java");
        assertThat(header(received, "ce_id")).isEqualTo(entry.id());
        assertThat(header(received, "ce_type")).isEqualTo("content.topic.changed.v1");
        assertThat(header(received, "ce_entityversion")).isEqualTo("7");
    }

    private static ConsumerRecord<String, byte[]> onlyRecordOf(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KAFKA.getBootstrapServers(),
                "group.id",
                Ids.next(),
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
