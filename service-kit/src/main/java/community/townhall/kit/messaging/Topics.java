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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The one place where topics are made: all of the catalogue, whichever service starts first, and a dead-letter topic for
 * each topic that a consumer reads. Those that are there already get the configuration they would be made with today.
 */
final class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final String FOR_EVER = "-1";
    /** A letter is the event it holds and what is said of it. */
    private static final int LARGEST_LETTER = 2 * 1024 * 1024;

    private static final int MOST_REPLICAS = 3;

    private final Admin admin;
    private final List<EventConsumer> consumers;
    private final String groupPrefix;
    private final MessagingProperties properties;

    /** @param groupPrefix what the consumers' groups begin with */
    Topics(Admin admin, List<EventConsumer> consumers, String groupPrefix, MessagingProperties properties) {
        this.admin = admin;
        this.consumers = consumers;
        this.groupPrefix = groupPrefix;
        this.properties = properties;
    }

    private record Wanted(int partitions, Map<String, String> settings) {}

    /** @throws TransientDataAccessResourceException when the broker does not answer, or refuses to make them */
    void prepare() {
        Map<String, Wanted> wanted = wanted();
        Set<String> there = KafkaAnswers.await(admin.listTopics().names());
        bringUpToDate(wanted, there);
        createMissing(wanted, there);
    }

    private Map<String, Wanted> wanted() {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            String retention = Long.toString(topic.retention().toMillis());
            wanted.put(
                    topic.topicName(),
                    new Wanted(topic.partitions(), Map.of(TopicConfig.RETENTION_MS_CONFIG, retention)));
        }
        for (EventConsumer consumer : consumers) {
            if (!consumer.isBroadcast()) {
                for (Topic topic : consumer.topics()) {
                    wanted.put(
                            topic.deadLetterTopicOf(groupPrefix + consumer.name()),
                            new Wanted(
                                    1,
                                    Map.of(
                                            TopicConfig.RETENTION_MS_CONFIG,
                                            FOR_EVER,
                                            TopicConfig.RETENTION_BYTES_CONFIG,
                                            FOR_EVER,
                                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                            Integer.toString(LARGEST_LETTER))));
                }
            }
        }
        return wanted;
    }

    private void createMissing(Map<String, Wanted> wanted, Set<String> there) {
        short replicas = replicas();
        List<NewTopic> missing = wanted.entrySet().stream()
                .filter(topic -> !there.contains(topic.getKey()))
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue().partitions(), replicas)
                        .configs(settings(topic.getValue(), replicas)))
                .toList();
        admin.createTopics(missing).values().forEach((name, made) -> {
            try {
                KafkaAnswers.await(made);
            } catch (TransientDataAccessResourceException e) {
                if (!isMadeByAnother(e)) {
                    throw e;
                }
            }
        });
    }

    private static boolean isMadeByAnother(TransientDataAccessResourceException failure) {
        return failure.getCause() instanceof ExecutionException asked
                && asked.getCause() instanceof TopicExistsException;
    }

    /** As many as there are brokers, three at most, unless it is set. */
    private short replicas() {
        return properties.replicationFactor() > 0
                ? properties.replicationFactor()
                : (short) Math.min(
                        MOST_REPLICAS,
                        KafkaAnswers.await(admin.describeCluster().nodes()).size());
    }

    /** With three replicas an accepted event is on two: it survives any one broker, and one broker away stops nothing. */
    private Map<String, String> settings(Wanted topic, int replicas) {
        int inSync = properties.minInSyncReplicas() > 0 ? properties.minInSyncReplicas() : replicas < 3 ? 1 : 2;
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.min(replicas, inSync)));
        return settings;
    }

    private void bringUpToDate(Map<String, Wanted> wanted, Set<String> there) {
        List<String> old = wanted.keySet().stream().filter(there::contains).toList();
        Map<String, TopicDescription> described =
                KafkaAnswers.await(admin.describeTopics(old).allTopicNames());
        List<ConfigResource> resources = old.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configured =
                KafkaAnswers.await(admin.describeConfigs(resources).all());
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (String name : old) {
            Wanted topic = Objects.requireNonNull(wanted.get(name));
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
            TopicDescription is = Objects.requireNonNull(described.get(name));
            if (is.partitions().size() != topic.partitions()) {
                log.error(
                        "{} has {} partitions, not {}: an aggregate's events may overtake one another",
                        name,
                        is.partitions().size(),
                        topic.partitions());
            }
            int replicas = is.partitions().getFirst().replicas().size();
            Collection<AlterConfigOp> change =
                    differences(Objects.requireNonNull(configured.get(resource)), settings(topic, replicas));
            if (!change.isEmpty()) {
                changes.put(resource, change);
            }
        }
        if (!changes.isEmpty()) {
            alter(changes);
        }
    }

    private static Collection<AlterConfigOp> differences(Config is, Map<String, String> settings) {
        Collection<AlterConfigOp> change = new ArrayList<>();
        settings.forEach((name, value) -> {
            ConfigEntry entry = is.get(name);
            if (entry == null || !value.equals(entry.value())) {
                change.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET));
            }
        });
        return change;
    }

    /** Where only an administrator of the brokers may do this, it is said and the service runs on. */
    private void alter(Map<ConfigResource, Collection<AlterConfigOp>> changes) {
        String names =
                changes.keySet().stream().map(ConfigResource::name).sorted().collect(Collectors.joining(", "));
        try {
            KafkaAnswers.await(admin.incrementalAlterConfigs(changes).all());
            log.info("Configured {}", names);
        } catch (TransientDataAccessResourceException e) {
            log.error("These topics are not configured as they should be: {} ({})", changes, EventLanes.rootMessage(e));
        }
    }
}
