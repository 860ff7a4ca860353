/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Up to where each dead-letter topic has been dealt with. It stands in the service's database: the broker forgets a
 * group's offsets when nobody has used it for a while, and what was dealt with would come back unasked.
 *
 * <p>A mark is that of one topic in its lifetime: one that was removed and made again begins from its beginning.
 */
final class DeadLetterMarks {

    private static final String COLLECTION = "deadLetterMarks";
    private static final String NEXT = "next";

    private final MongoOperations mongo;
    private final Admin admin;

    DeadLetterMarks(MongoOperations mongo, Admin admin) {
        this.mongo = mongo;
        this.admin = admin;
    }

    /**
     * The first offset that has not been dealt with.
     *
     * @param partitions of dead-letter topics, by the group that earlier releases committed to
     * @return 0 where nothing was
     */
    Map<TopicPartition, Long> of(Map<String, List<TopicPartition>> partitions) {
        Map<TopicPartition, Long> marks = new HashMap<>();
        Map<String, String> ids = idsOf(partitions.values().stream()
                .flatMap(Collection::stream)
                .map(TopicPartition::topic)
                .toList());
        Map<String, Long> stored = new HashMap<>();
        Objects.requireNonNull(mongo.execute(
                        COLLECTION,
                        target -> target.find(Filters.in("_id", ids.values())).into(new ArrayList<>())))
                .forEach(mark -> stored.put(
                        mark.getString("_id"), mark.get(NEXT, Number.class).longValue()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                KafkaAnswers.await(admin.listConsumerGroupOffsets(partitions.keySet().stream()
                                .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec())))
                        .all());
        partitions.forEach((group, of) -> of.forEach(partition -> {
            @Nullable
            OffsetAndMetadata offset = committed.getOrDefault(group, Map.of()).get(partition);
            long mark = stored.getOrDefault(Objects.requireNonNull(ids.get(partition.topic())), 0L);
            marks.put(partition, Math.max(mark, offset == null ? 0 : offset.offset()));
        }));
        return marks;
    }

    /** All before that offset was dealt with. */
    void mark(TopicPartition partition, long next) {
        String id = Objects.requireNonNull(idsOf(List.of(partition.topic())).get(partition.topic()));
        mongo.execute(
                COLLECTION,
                target -> target.updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(Updates.max(NEXT, next), Updates.set("topic", partition.topic())),
                        new UpdateOptions().upsert(true)));
    }

    private Map<String, String> idsOf(Collection<String> topics) {
        Map<String, TopicDescription> described =
                KafkaAnswers.await(admin.describeTopics(topics).allTopicNames());
        Map<String, String> ids = new HashMap<>();
        described.forEach(
                (topic, description) -> ids.put(topic, description.topicId().toString()));
        return ids;
    }
}
