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
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * What the service's consumers laid aside: listed, and given to the same consumer once more when its cause is mended.
 * The topics are the store; {@link DeadLetterMarks} say what has been dealt with.
 */
public final class DeadLetters {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REDRIVING = Duration.ofSeconds(8);
    private static final int BODY_SHOWN = 4_000;

    private final List<EventConsumer> consumers;
    private final RunningConsumers running;
    private final ConsumerFactory<String, byte[]> consumerFactory;
    private final DeadLetterSender sender;
    private final DeadLetterMarks marks;
    private final EventDispatcher dispatcher;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    DeadLetters(
            List<EventConsumer> consumers,
            RunningConsumers running,
            ConsumerFactory<String, byte[]> consumerFactory,
            DeadLetterSender sender,
            DeadLetterMarks marks,
            EventDispatcher dispatcher) {
        this.consumers =
                consumers.stream().filter(consumer -> !consumer.isBroadcast()).toList();
        this.running = running;
        this.consumerFactory = consumerFactory;
        this.sender = sender;
        this.marks = marks;
        this.dispatcher = dispatcher;
    }

    /**
     * What came of a redrive.
     *
     * @param processed letters whose effect now stands
     * @param laidAsideAgain letters that failed once more and went back to the end
     * @param remaining letters that there was no time for: redrive again
     */
    public record Redriven(int processed, int laidAsideAgain, long remaining) {}

    /**
     * The oldest letters of a consumer that wait to be dealt with.
     *
     * @throws TransientDataAccessResourceException when the broker does not answer
     */
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
     * Gives each waiting letter to that consumer, and to no other, once, as far as some seconds go. Safe to repeat, and
     * safe after newer events of the same aggregate: handlers ignore what is late.
     *
     * @return empty when another redrive of that consumer is under way
     * @throws TransientDataAccessResourceException when the broker does not answer
     */
    public Optional<Redriven> redrive(EventConsumer consumer) {
        if (!underWay.add(consumer.name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(redriveAll(consumer));
        } finally {
            underWay.remove(consumer.name());
        }
    }

    private Redriven redriveAll(EventConsumer consumer) {
        int[] counts = new int[2];
        long[] remaining = new long[1];
        long end = System.nanoTime() + REDRIVING.toNanos();
        read(consumer, reader -> {
            while (reader.hasMore() && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> message : reader.next()) {
                    if (System.nanoTime() >= end) {
                        break;
                    }
                    counts[redrive(consumer, message) ? 0 : 1]++;
                    reader.done(message);
                }
                reader.markDone(marks);
            }
            remaining[0] = reader.remaining();
        });
        return new Redriven(counts[0], counts[1], remaining[0]);
    }

    /** The consumer of that name, for {@link #list} and {@link #redrive}. */
    public Optional<EventConsumer> consumerNamed(String name) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(name))
                .findFirst();
    }

    /** Those that lay aside what they cannot process: all but the ones that live in memory only. */
    public List<EventConsumer> consumers() {
        return consumers;
    }

    /** The group that earlier releases marked with what was dealt with. */
    String redriveGroupOf(EventConsumer consumer) {
        return running.groupOf(consumer) + ".redrive";
    }

    List<TopicPartition> partitionsOf(EventConsumer consumer) {
        return consumer.topics().stream()
                .map(topic -> new TopicPartition(topic.deadLetterTopicOf(running.groupOf(consumer)), 0))
                .toList();
    }

    private boolean redrive(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        try {
            if (EventDispatcher.concerns(consumer, message)) {
                dispatcher.dispatch(consumer, message);
            }
            return true;
        } catch (RuntimeException | Error e) {
            if (Faults.of(e) == Faults.TRANSIENT) {
                throw e;
            }
            sender.layAsideAgain(message, e);
            return false;
        }
    }

    private void read(EventConsumer consumer, Consumer<Reader> work) {
        Properties overrides = new Properties();
        overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100");
        // Partitions are assigned by hand, which the group protocol of the listeners does not allow for.
        overrides.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        overrides.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        List<TopicPartition> partitions = partitionsOf(consumer);
        try (org.apache.kafka.clients.consumer.Consumer<String, byte[]> kafkaConsumer =
                consumerFactory.createConsumer(null, null, null, overrides)) {
            work.accept(new Reader(kafkaConsumer, partitions, marks.of(Map.of(redriveGroupOf(consumer), partitions))));
        } catch (TimeoutException e) {
            throw new TransientDataAccessResourceException("Kafka does not answer", e);
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
        private final Map<TopicPartition, Long> nexts = new HashMap<>();
        private final Map<TopicPartition, Long> done = new HashMap<>();

        Reader(
                org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
                List<TopicPartition> partitions,
                Map<TopicPartition, Long> marks) {
            this.consumer = consumer;
            consumer.assign(partitions);
            this.ends = new HashMap<>(consumer.endOffsets(partitions));
            consumer.beginningOffsets(partitions).forEach((partition, beginning) -> {
                long next = Math.max(beginning, marks.getOrDefault(partition, 0L));
                consumer.seek(partition, next);
                nexts.put(partition, next);
            });
        }

        boolean hasMore() {
            return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        }

        /** Never empty: what is there is waited for, but not for long. */
        List<ConsumerRecord<String, byte[]>> next() {
            List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
            for (Duration waited = Duration.ZERO; hasMore(); waited = waited.plus(POLL)) {
                if (waited.compareTo(PATIENCE) > 0) {
                    throw new TransientDataAccessResourceException("Kafka does not answer");
                }
                consumer.poll(POLL).forEach(message -> {
                    if (message.offset() < ends.getOrDefault(partitionOf(message), 0L)) {
                        messages.add(message);
                    }
                });
                if (!messages.isEmpty()) {
                    break;
                }
            }
            return messages;
        }

        void done(ConsumerRecord<String, byte[]> message) {
            done.put(partitionOf(message), message.offset() + 1);
            nexts.put(partitionOf(message), message.offset() + 1);
        }

        void markDone(DeadLetterMarks marks) {
            done.forEach(marks::mark);
            done.clear();
        }

        long remaining() {
            return ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - nexts.getOrDefault(end.getKey(), 0L)))
                    .sum();
        }

        private static TopicPartition partitionOf(ConsumerRecord<String, byte[]> message) {
            return new TopicPartition(message.topic(), message.partition());
        }
    }
}
