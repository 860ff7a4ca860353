/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit.messaging;

import community.townhall.moderation.audit.HeadsUnavailable;
import community.townhall.moderation.audit.SignedHead;
import community.townhall.moderation.audit.SignedHeads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Heads in a topic of the service's own, which keeps them for ever. No other service reads it, so it is no part of the
 * contract.
 */
@Component
final class KafkaSignedHeads implements SignedHeads {

    private static final String TOPIC = "moderation.audit-heads";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long READ_AT_MOST = 10_000;

    private final KafkaTemplate<String, byte[]> kafka;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaAdmin admin;
    private final JsonMapper json;
    private volatile boolean topicIsThere;

    KafkaSignedHeads(
            KafkaTemplate<String, byte[]> kafka,
            ConsumerFactory<String, byte[]> consumers,
            KafkaAdmin admin,
            JsonMapper json) {
        this.kafka = kafka;
        this.consumers = consumers;
        this.admin = admin;
        this.json = json;
    }

    @Override
    public void add(SignedHead head) {
        try {
            makeTopic();
            kafka.send(TOPIC, 0, "head", json.writeValueAsBytes(head)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeadsUnavailable(e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new HeadsUnavailable(e);
        }
    }

    @Override
    public List<SignedHead> latest() {
        try {
            makeTopic();
            return read();
        } catch (RuntimeException e) {
            throw new HeadsUnavailable(e);
        }
    }

    private List<SignedHead> read() {
        List<SignedHead> heads = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("audit-heads", null)) {
            consumer.assign(List.of(PARTITION));
            long end = offset(consumer.endOffsets(List.of(PARTITION), PATIENCE));
            long begin = offset(consumer.beginningOffsets(List.of(PARTITION), PATIENCE));
            consumer.seek(PARTITION, Math.max(begin, end - READ_AT_MOST));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(PARTITION, PATIENCE) < end) {
                for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(200))) {
                    heads.add(json.readValue(read.value(), SignedHead.class));
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("They could not be read in time");
                }
            }
        }
        return heads;
    }

    private static long offset(Map<TopicPartition, Long> offsets) {
        return offsets.getOrDefault(PARTITION, 0L);
    }

    private void makeTopic() {
        if (!topicIsThere) {
            admin.createOrModifyTopics(new NewTopic(TOPIC, Optional.of(1), Optional.empty())
                    .configs(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1")));
            topicIsThere = true;
        }
    }
}
