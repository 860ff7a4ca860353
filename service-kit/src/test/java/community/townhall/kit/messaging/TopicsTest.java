/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.Topic;
import community.townhall.events.content.TopicChanged;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.EmbeddedServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is deleted before somebody could have read it: on new topics, and on those an earlier release made. */
class TopicsTest {

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedServers.kafka()));
    private final EventConsumer consumer = EventConsumer.named("copies-" + Ids.next())
            .on(TopicChanged.class, event -> {})
            .build();
    private final String letters = Topic.TOPIC.deadLetterTopicOf("sample." + consumer.name());

    @AfterEach
    void close() {
        admin.deleteTopics(List.of(letters));
        admin.close();
    }

    private void prepare(int replicationFactor, int minInSync) {
        new Topics(
                        admin,
                        List.of(consumer),
                        "sample.",
                        new MessagingProperties(
                                1,
                                Duration.ZERO,
                                Duration.ZERO,
                                1,
                                Duration.ofMinutes(1),
                                (short) replicationFactor,
                                minInSync,
                                Duration.ZERO,
                                Duration.ZERO,
                                false))
                .prepare();
    }

    private Config configuration(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
    }

    @Test
    void each_keeps_its_events_as_long_as_the_catalogue_says_and_dead_letters_for_ever() throws Exception {
        prepare(-1, -1);
        await().until(() -> admin.listTopics().names().get().contains(letters));

        for (Topic topic : Topic.values()) {
            assertThat(configuration(topic.topicName()).get("retention.ms").value())
                    .isEqualTo(Long.toString(topic.retention().toMillis()));
        }
        assertThat(configuration(letters).get("retention.ms").value()).isEqualTo("-1");
        assertThat(configuration(letters).get("retention.bytes").value()).isEqualTo("-1");
        assertThat(configuration(letters).get("min.insync.replicas").value()).isEqualTo("1");
    }

    @Test
    void one_that_an_earlier_release_made_is_configured_as_a_new_one() throws Exception {
        admin.createTopics(List.of(new NewTopic(letters, 1, (short) 1))).all().get();
        await().until(() -> admin.listTopics().names().get().contains(letters));

        prepare(3, 2);
        prepare(3, 2);

        assertThat(configuration(letters).get("retention.ms").value()).isEqualTo("-1");
        assertThat(configuration(letters).get("min.insync.replicas").value())
                .as("no more than it has replicas")
                .isEqualTo("1");
    }
}
