/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.TransientDataAccessResourceException;

/** How far each consumer is behind, asked of the broker: it is told of a consumer that does not run, too. */
public final class ConsumerLag {

    private final Admin admin;
    private final RunningConsumers running;
    private final DeadLetters deadLetters;
    private final DeadLetterMarks marks;

    ConsumerLag(Admin admin, RunningConsumers running, DeadLetters deadLetters, DeadLetterMarks marks) {
        this.admin = admin;
        this.running = running;
        this.deadLetters = deadLetters;
        this.marks = marks;
    }

    /**
     * @param lag events sent but not yet processed
     * @param deadLetters events laid aside and not yet dealt with
     */
    public record OfConsumer(String name, long lag, long deadLetters) {}

    /** The names of those it is told of: all that share their events among the service's instances. */
    List<String> consumers() {
        return deadLetters.consumers().stream().map(EventConsumer::name).toList();
    }

    /** @throws TransientDataAccessResourceException when the broker does not answer */
    public List<OfConsumer> all() {
        Map<String, List<TopicPartition>> groups = new LinkedHashMap<>();
        Map<String, List<TopicPartition>> letters = new LinkedHashMap<>();
        for (EventConsumer consumer : deadLetters.consumers()) {
            groups.put(
                    running.groupOf(consumer),
                    consumer.topics().stream()
                            .flatMap(ConsumerLag::partitionsOf)
                            .toList());
            letters.put(deadLetters.redriveGroupOf(consumer), deadLetters.partitionsOf(consumer));
        }
        Map<TopicPartition, Long> done = new HashMap<>(marks.of(letters));
        List<TopicPartition> all = Stream.concat(
                        groups.values().stream().flatMap(Collection::stream),
                        letters.values().stream().flatMap(Collection::stream))
                .distinct()
                .toList();
        Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest());
        Map<TopicPartition, Long> beginnings = offsets(all, OffsetSpec.earliest());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(groups.keySet());
        List<OfConsumer> result = new ArrayList<>();
        for (EventConsumer consumer : deadLetters.consumers()) {
            String group = running.groupOf(consumer);
            Map<TopicPartition, Long> read = new HashMap<>();
            committed.getOrDefault(group, Map.of()).forEach((partition, offset) -> {
                if (offset != null) {
                    read.put(partition, offset.offset());
                }
            });
            result.add(new OfConsumer(
                    consumer.name(),
                    behind(Objects.requireNonNull(groups.get(group)), read, beginnings, ends),
                    behind(deadLetters.partitionsOf(consumer), done, beginnings, ends)));
        }
        return result;
    }

    private static Stream<TopicPartition> partitionsOf(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition));
    }

    private static long behind(
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> done,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .mapToLong(partition -> {
                    long from = Math.max(done.getOrDefault(partition, 0L), beginnings.getOrDefault(partition, 0L));
                    return Math.max(0, ends.getOrDefault(partition, 0L) - from);
                })
                .sum();
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Collection<String> groups) {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        groups.forEach(group -> asked.put(group, new ListConsumerGroupOffsetsSpec()));
        return KafkaAnswers.await(admin.listConsumerGroupOffsets(asked).all());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> request = new HashMap<>();
        partitions.forEach(partition -> request.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        KafkaAnswers.await(admin.listOffsets(request).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
