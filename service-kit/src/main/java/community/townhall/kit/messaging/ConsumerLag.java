/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;

/** How far each consumer is behind, asked of the broker. */
public final class ConsumerLag {

    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final ConsumerContainers containers;
    private final DeadLetters deadLetters;

    ConsumerLag(Admin admin, ConsumerContainers containers, DeadLetters deadLetters) {
        this.admin = admin;
        this.containers = containers;
        this.deadLetters = deadLetters;
    }

    /**
     * @param lag events sent but not yet processed
     * @param deadLetters events laid aside and not yet dealt with
     */
    public record OfConsumer(String name, long lag, long deadLetters) {}

    /** @throws TransientDataAccessResourceException when the broker does not answer */
    public List<OfConsumer> all() {
        List<OfConsumer> result = new ArrayList<>();
        for (EventConsumer consumer : deadLetters.consumers()) {
            List<TopicPartition> partitions = consumer.topics().stream()
                    .flatMap(ConsumerLag::partitionsOf)
                    .toList();
            result.add(new OfConsumer(
                    consumer.name(),
                    behind(containers.groupOf(consumer), partitions),
                    behind(deadLetters.redriveGroupOf(consumer), deadLetters.partitionsOf(consumer))));
        }
        return result;
    }

    private static java.util.stream.Stream<TopicPartition> partitionsOf(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition));
    }

    private long behind(String group, List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
        List<TopicPartition> untouched = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> beginnings =
                untouched.isEmpty() ? Map.of() : offsets(untouched, OffsetSpec.earliest());
        long behind = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata done = committed.get(partition);
            ListOffsetsResultInfo beginning = beginnings.get(partition);
            ListOffsetsResultInfo end = ends.get(partition);
            if (end != null) {
                long from = done != null ? done.offset() : beginning == null ? end.offset() : beginning.offset();
                behind += Math.max(0, end.offset() - from);
            }
        }
        return behind;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> request = new HashMap<>();
        partitions.forEach(partition -> request.put(partition, spec));
        return await(admin.listOffsets(request).all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Interrupted while asking Kafka", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new TransientDataAccessResourceException("Kafka does not answer", e);
        }
    }
}
