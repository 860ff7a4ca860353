/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Topic;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;

/**
 * Runs every {@link EventConsumer} of the service. Waits in the background for the broker: a service starts, and takes
 * writes, while Kafka is away.
 */
final class ConsumerContainers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConsumerContainers.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int BACKLOG_BYTES = 64 * 1024;

    private final String serviceName;
    private final List<EventConsumer> consumers;
    private final ConsumerFactory<String, byte[]> consumerFactory;
    private final KafkaOperations<String, byte[]> kafka;
    private final KafkaAdmin admin;
    private final EventDispatcher dispatcher;
    private final ObservationRegistry observations;
    private final MessagingProperties properties;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private final ExecutorService lanes = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("event-lane-", 1).factory());

    private volatile boolean running;
    private volatile boolean listening;

    ConsumerContainers(
            String serviceName,
            List<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> consumerFactory,
            KafkaOperations<String, byte[]> kafka,
            KafkaAdmin admin,
            EventDispatcher dispatcher,
            ObservationRegistry observations,
            MessagingProperties properties) {
        this.serviceName = serviceName;
        this.consumers = consumers;
        this.consumerFactory = consumerFactory;
        this.kafka = kafka;
        this.admin = admin;
        this.dispatcher = dispatcher;
        this.observations = observations;
        this.properties = properties;
    }

    /** The Kafka consumer group. */
    String groupOf(EventConsumer consumer) {
        return serviceName + "." + consumer.name();
    }

    /** Whether the topics stand and every consumer has been started. Stays true when the broker goes away later. */
    boolean isListening() {
        return listening;
    }

    /** Whether every consumer has partitions to read, or has seen that others have them all. */
    boolean isAssigned() {
        return listening
                && containers.stream()
                        .allMatch(container -> container.getAssignedPartitions() != null
                                && !container.getAssignedPartitions().isEmpty());
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("consumers-start").start(this::startWhenTheBrokerIsThere);
    }

    private void startWhenTheBrokerIsThere() {
        while (running) {
            try {
                admin.createOrModifyTopics(topics());
                break;
            } catch (RuntimeException e) {
                log.info("Waiting for Kafka: {}", rootMessage(e));
                try {
                    Thread.sleep(BETWEEN_ATTEMPTS);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
        synchronized (containers) {
            if (running) {
                consumers.forEach(consumer -> containers.add(container(consumer)));
                containers.forEach(ConcurrentMessageListenerContainer::start);
                listening = true;
            }
        }
    }

    /** All topics of the catalogue, whoever starts first, and a dead-letter topic for each topic a consumer reads. */
    private NewTopic[] topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), topic.partitions(), properties.replicationFactor()));
        }
        for (EventConsumer consumer : consumers) {
            if (!consumer.isBroadcast()) {
                for (Topic topic : consumer.topics()) {
                    topics.add(new NewTopic(
                            topic.deadLetterTopicOf(groupOf(consumer)), 1, properties.replicationFactor()));
                }
            }
        }
        return topics.toArray(NewTopic[]::new);
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(EventConsumer consumer) {
        ContainerProperties container = consumer.isBroadcast() ? fromNowOn(consumer) : asGroup(consumer);
        container.setMessageListener(new EventLanes(properties.lanes(), lanes, message -> handle(consumer, message)));
        container.setKafkaConsumerProperties(
                gathering(consumer.isUnhurried() ? properties.gatherUnhurried() : properties.gather()));
        // An offset that was not committed costs a second handling, which no consumer minds.
        container.setSyncCommits(false);
        ConcurrentMessageListenerContainer<String, byte[]> listener =
                new ConcurrentMessageListenerContainer<>(consumerFactory, container);
        listener.setBeanName(groupOf(consumer));
        listener.setConcurrency(consumer.isBroadcast() ? 1 : properties.concurrency());
        listener.setCommonErrorHandler(errorHandler(consumer));
        return listener;
    }

    /**
     * Lets the broker wait, not the reader: a reader that rests finds only what its last request was answered with, as
     * the client asks for the next events before it hands out these.
     */
    private static Properties gathering(Duration time) {
        Properties settings = new Properties();
        settings.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(BACKLOG_BYTES));
        settings.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(time.toMillis()));
        return settings;
    }

    private void handle(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        KafkaListenerObservation.LISTENER_OBSERVATION
                .observation(
                        null,
                        DefaultKafkaListenerObservationConvention.INSTANCE,
                        () -> new KafkaRecordReceiverContext(message, groupOf(consumer), () -> null),
                        observations)
                .observe(() -> dispatcher.dispatch(consumer, message));
    }

    private ContainerProperties asGroup(EventConsumer consumer) {
        ContainerProperties container = new ContainerProperties(
                consumer.topics().stream().map(Topic::topicName).toArray(String[]::new));
        container.setGroupId(groupOf(consumer));
        return container;
    }

    private static ContainerProperties fromNowOn(EventConsumer consumer) {
        return new ContainerProperties(consumer.topics().stream()
                .flatMap(topic -> java.util.stream.IntStream.range(0, topic.partitions())
                        .mapToObj(
                                partition -> new TopicPartitionOffset(topic.topicName(), partition, SeekPosition.END)))
                .toArray(TopicPartitionOffset[]::new));
    }

    private DefaultErrorHandler errorHandler(EventConsumer consumer) {
        if (consumer.isBroadcast()) {
            return new DefaultErrorHandler(
                    (message, failure) ->
                            log.warn("{} passes over an event: {}", consumer.name(), rootMessage(failure)),
                    Faults.PERMANENT.backOff(properties.longestPause()));
        }
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(
                kafka,
                (message, failure) ->
                        new TopicPartition(Topic.named(message.topic()).deadLetterTopicOf(groupOf(consumer)), 0));
        deadLetters.setFailIfSendResultIsError(true);
        // What is told of a dead letter is what went wrong with it, not how the containers passed that on.
        DefaultErrorHandler handler =
                new DefaultErrorHandler((message, failure) -> deadLetters.accept(message, withoutWrappers(failure)));
        handler.setBackOffFunction((message, failure) -> {
            Faults fault = Faults.of(failure);
            log.warn(
                    "{} cannot process {}-{}@{} ({}): {}",
                    consumer.name(),
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    fault,
                    rootMessage(failure));
            return fault.backOff(properties.longestPause());
        });
        // Spring's own list of fatal exceptions would cut our retries short.
        handler.setClassifications(java.util.Map.of(), true);
        return handler;
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /** What the handler threw. */
    private static Exception withoutWrappers(Exception failure) {
        Exception inner = failure;
        while (inner instanceof KafkaException && inner.getCause() instanceof Exception cause) {
            inner = cause;
        }
        return inner;
    }

    @Override
    public void stop() {
        running = false;
        synchronized (containers) {
            containers.forEach(ConcurrentMessageListenerContainer::stop);
            containers.clear();
        }
        listening = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
