/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * One delivery of an event, as the broker keeps it.
 *
 * @param body JSON
 * @param sentAt when this delivery was sent, by the sender's clock
 */
public record SentEvent(String id, String type, String subject, String body, Instant sentAt) {

    /** All that was ever sent to that topic; events of one aggregate in their order. What is no event is passed over. */
    public static List<SentEvent> allOn(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedServers.kafka());
        List<SentEvent> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> message : reader.poll(Duration.ofMillis(100))) {
                    if (message.headers().lastHeader("ce_id") != null) {
                        found.add(of(message));
                    }
                }
            }
        }
        return found;
    }

    private static SentEvent of(ConsumerRecord<String, byte[]> message) {
        CloudEvent event = KafkaMessageFactory.createReader(message).toEvent();
        return new SentEvent(
                event.getId(),
                event.getType(),
                Objects.requireNonNull(event.getSubject()),
                new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8),
                Instant.ofEpochMilli(message.timestamp()));
    }
}
