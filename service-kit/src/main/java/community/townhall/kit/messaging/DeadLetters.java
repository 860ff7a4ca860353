/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * What the service's consumers laid aside: listed, and given to the same consumer once more when its cause is mended.
 * The topics are the store; the offset of a group of their own says what has been dealt with.
 */
public final class DeadLetters {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int BODY_SHOWN = 4_000;

    private final List<EventConsumer> consumers;
    private final ConsumerContainers containers;
    private final ConsumerFactory<String, byte[]> consumerFactory;
    private final KafkaOperations<String, byte[]> kafka;
    private final EventDispatcher dispatcher;

    DeadLetters(
            List<EventConsumer> consumers,
            ConsumerContainers containers,
            ConsumerFactory<String, byte[]> consumerFactory,
            KafkaOperations<String, byte[]> kafka,
            EventDispatcher dispatcher) {
        this.consumers =
                consumers.stream().filter(consumer -> !consumer.isBroadcast()).toList();
        this.containers = containers;
        this.consumerFactory = consumerFactory;
        this.kafka = kafka;
        this.dispatcher = dispatcher;
    }

    /**
     * What came of a redrive.
     *
     * @param processed letters whose effect now stands
     * @param laidAsideAgain letters that failed once more and went back to the end
     */
    public record Redriven(int processed, int laidAsideAgain) {}

    /** The oldest letters of a consumer that wait to be dealt with. */
    public List<DeadLetter> list(EventConsumer consumer, int limit) {
        List<DeadLetter> letters = new ArrayList<>();
        read(consumer, reader -> {
            while (letters.size() < limit && reader.hasMore()) {
                for (ConsumerRecord<String, byte[]> message : reader.next()) {
                    if (letters.size() < limit) {
                        letters.add(describe(consumer, message));
                    }
                }
            }
        });
        return letters;
    }

    /**
     * Gives each waiting letter to that consumer, and to no other, once. Safe to repeat, and safe after newer events of
     * the same aggregate: handlers ignore what is late.
     */
    public synchronized Redriven redrive(EventConsumer consumer) {
        int[] counts = new int[2];
        read(consumer, reader -> {
            while (reader.hasMore()) {
                for (ConsumerRecord<String, byte[]> message : reader.next()) {
                    if (redrive(consumer, message)) {
                        counts[0]++;
                    } else {
                        counts[1]++;
                    }
                    reader.done(message);
                }
            }
        });
        return new Redriven(counts[0], counts[1]);
    }

    /** The consumer of that name, for {@link #list} and {@link #redrive}. */
    public java.util.Optional<EventConsumer> consumerNamed(String name) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst();
    }

    /** Those that lay aside what they cannot process: all but the ones that live in memory only. */
    public List<EventConsumer> consumers() {
        return consumers;
    }

    String redriveGroupOf(EventConsumer consumer) {
        return containers.groupOf(consumer) + ".redrive";
    }

    List<TopicPartition> partitionsOf(EventConsumer consumer) {
        return consumer.topics().stream()
                .map(topic -> new TopicPartition(topic.deadLetterTopicOf(containers.groupOf(consumer)), 0))
                .toList();
    }

    private boolean redrive(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        try {
            dispatcher.dispatch(consumer, message);
            return true;
        } catch (RuntimeException e) {
            if (Faults.of(e) == Faults.TRANSIENT) {
                throw e;
            }
            ProducerRecord<String, byte[]> again = new ProducerRecord<>(
                    message.topic(), message.partition(), message.key(), message.value(), message.headers());
            again.headers().remove(KafkaHeaders.DLT_EXCEPTION_MESSAGE);
            again.headers()
                    .add(
                            KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                            String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
            kafka.send(again).join();
            return false;
        }
    }

    private void read(EventConsumer consumer, Consumer<Reader> work) {
        Properties overrides = new Properties();
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100");
        // Partitions are assigned by hand, which the group protocol of the listeners does not allow for.
        overrides.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (org.apache.kafka.clients.consumer.Consumer<String, byte[]> kafkaConsumer =
                consumerFactory.createConsumer(redriveGroupOf(consumer), null, null, overrides)) {
            work.accept(new Reader(kafkaConsumer, partitionsOf(consumer)));
        }
    }

    private static DeadLetter describe(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        byte[] value = message.value();
        String body = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        return new DeadLetter(
                consumer.name(),
                Objects.requireNonNullElse(header(message, KafkaHeaders.DLT_ORIGINAL_TOPIC), message.topic()),
                message.offset(),
                message.key(),
                header(message, "ce_id"),
                header(message, "ce_type"),
                Instant.ofEpochMilli(message.timestamp()),
                Objects.requireNonNullElse(header(message, KafkaHeaders.DLT_EXCEPTION_MESSAGE), "unknown"),
                body.length() <= BODY_SHOWN ? body : body.substring(0, BODY_SHOWN));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Reads from what was last dealt with to the end as it was at the start. */
    private static final class Reader {

        private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
        private final Map<TopicPartition, Long> ends;

        Reader(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
            this.consumer = consumer;
            consumer.assign(partitions);
            this.ends = new HashMap<>(consumer.endOffsets(partitions));
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(partitions.stream().collect(Collectors.toSet()));
            partitions.forEach(partition -> {
                OffsetAndMetadata done = committed.get(partition);
                long beginning = beginnings.getOrDefault(partition, 0L);
                consumer.seek(partition, done == null ? beginning : Math.max(beginning, done.offset()));
            });
        }

        boolean hasMore() {
            return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        }

        List<ConsumerRecord<String, byte[]>> next() {
            List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
            consumer.poll(POLL).forEach(message -> {
                long end = ends.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L);
                if (message.offset() < end) {
                    messages.add(message);
                }
            });
            return messages;
        }

        void done(ConsumerRecord<String, byte[]> message) {
            consumer.commitSync(Map.of(
                    new TopicPartition(message.topic(), message.partition()),
                    new OffsetAndMetadata(message.offset() + 1)));
        }
    }
}
