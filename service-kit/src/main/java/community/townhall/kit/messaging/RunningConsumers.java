/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Topic;
import community.townhall.kit.messaging.ConsumerState.Status;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;

/**
 * Runs every {@link EventConsumer} of the service. Waits in the background for the broker: a service starts, and takes
 * writes, while Kafka is away.
 */
public final class RunningConsumers implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunningConsumers.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final int BACKLOG_BYTES = 64 * 1024;

    private final String serviceName;
    private final List<EventConsumer> consumers;
    private final ConsumerFactory<String, byte[]> consumerFactory;
    private final Topics topics;
    private final DeadLetterSender deadLetters;
    private final EventDispatcher dispatcher;
    private final ObservationRegistry observations;
    private final MessagingProperties properties;
    private final Clock clock;

    private final List<Reading> readings = new ArrayList<>();
    private final ExecutorService waiting = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("event-lane-", 1).factory());
    private final ExecutorService computing = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("event-computing-", 1).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-timer").factory());

    private volatile boolean running;
    private volatile boolean listening;

    private @Nullable ScheduledFuture<?> watching;

    private record Reading(String consumer, EventLanes lanes, EventReader reader, Thread thread) {}

    RunningConsumers(
            String serviceName,
            List<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> consumerFactory,
            Topics topics,
            DeadLetterSender deadLetters,
            EventDispatcher dispatcher,
            ObservationRegistry observations,
            MessagingProperties properties,
            Clock clock) {
        this.serviceName = serviceName;
        this.consumers = consumers;
        this.consumerFactory = consumerFactory;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.dispatcher = dispatcher;
        this.observations = observations;
        this.properties = properties;
        this.clock = clock;
    }

    /** The Kafka consumer group. */
    String groupOf(EventConsumer consumer) {
        return serviceName + "." + consumer.name();
    }

    /** Whether the topics stand and every consumer has been started. Stays true when the broker goes away later. */
    boolean isListening() {
        return listening;
    }

    /** Whether any of them has read something that is still its own. */
    boolean isReading() {
        synchronized (readings) {
            return readings.stream()
                    .anyMatch(reading -> !reading.lanes().partitions().isEmpty());
        }
    }

    /** How each consumer stands in this instance, the worst of its readers speaking for it. */
    public List<ConsumerState> states() {
        synchronized (readings) {
            return consumers.stream()
                    .map(consumer -> readings.stream()
                            .filter(reading -> reading.consumer().equals(consumer.name()))
                            .map(reading -> reading.reader().state())
                            .max(Comparator.comparing(ConsumerState::status))
                            .orElseGet(() -> new ConsumerState(consumer.name(), Status.WAITING, 0, null, null)))
                    .toList();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("consumers-start").start(this::startWhenTheBrokerIsThere);
    }

    private void startWhenTheBrokerIsThere() {
        while (running) {
            try {
                topics.prepare();
                break;
            } catch (Throwable e) {
                log.info("Waiting for Kafka: {}", EventLanes.rootMessage(e));
                try {
                    Thread.sleep(BETWEEN_ATTEMPTS);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
        synchronized (readings) {
            if (running) {
                for (EventConsumer consumer : consumers) {
                    for (int i = 0; i < (consumer.isBroadcast() ? 1 : properties.concurrency()); i++) {
                        readings.add(begin(consumer, i));
                    }
                }
                watching = timer.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
                listening = true;
            }
        }
    }

    private void watch() {
        try {
            synchronized (readings) {
                readings.forEach(reading -> reading.lanes().watch());
            }
        } catch (Throwable e) {
            // What is thrown here would end the watching without a word.
            log.error("Watching the consumers goes on after", e);
        }
    }

    private Reading begin(EventConsumer consumer, int number) {
        EventLanes lanes = new EventLanes(consumer.name(), bounds(consumer), workOf(consumer), timer, clock);
        EventReader reader = new EventReader(
                consumer.name(),
                () -> consumerFactory.createConsumer(
                        consumer.isBroadcast() ? null : groupOf(consumer),
                        groupOf(consumer),
                        "-" + number,
                        gathering(consumer.isUnhurried() ? properties.gatherUnhurried() : properties.gather())),
                subscription(consumer),
                lanes,
                properties.stuckAfter(),
                clock);
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("events-" + consumer.name() + "-" + number)
                .start(reader);
        return new Reading(consumer.name(), lanes, reader, thread);
    }

    private LaneBounds bounds(EventConsumer consumer) {
        // Of these, those with long texts, which compute, may take half; the others wait for the database half of the
        // time.
        int width = consumer.isComputing()
                ? Math.min(properties.lanes(), 4 * Runtime.getRuntime().availableProcessors())
                : properties.lanes();
        return new LaneBounds(
                width,
                properties.handlingLimit(),
                properties.longestPause(),
                properties.stuckAfter(),
                consumer.isComputing() ? computing : waiting);
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

    private static EventReader.Subscription subscription(EventConsumer consumer) {
        List<String> names = consumer.topics().stream().map(Topic::topicName).toList();
        List<TopicPartition> partitions = consumer.topics().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
        return new EventReader.Subscription(names, consumer.isBroadcast() ? partitions : List.of());
    }

    private EventLanes.Work workOf(EventConsumer consumer) {
        return new EventLanes.Work() {
            @Override
            public boolean concerns(ConsumerRecord<String, byte[]> message) {
                return EventDispatcher.concerns(consumer, message);
            }

            @Override
            public void handle(ConsumerRecord<String, byte[]> message) {
                KafkaListenerObservation.LISTENER_OBSERVATION
                        .observation(
                                null,
                                DefaultKafkaListenerObservationConvention.INSTANCE,
                                () -> new KafkaRecordReceiverContext(message, groupOf(consumer), () -> null),
                                observations)
                        .observe(() -> dispatcher.dispatch(consumer, message));
            }

            @Override
            public void layAside(ConsumerRecord<String, byte[]> message, Throwable failure) {
                if (consumer.isBroadcast()) {
                    log.warn("{} passes over an event: {}", consumer.name(), EventLanes.rootMessage(failure));
                } else {
                    deadLetters.layAside(groupOf(consumer), message, failure);
                }
            }
        };
    }

    @Override
    public void stop() {
        running = false;
        List<Reading> stopping;
        synchronized (readings) {
            stopping = List.copyOf(readings);
            readings.clear();
            if (watching != null) {
                watching.cancel(false);
            }
            listening = false;
        }
        stopping.forEach(reading -> reading.reader().stop());
        long end = System.nanoTime() + STOPPING.toNanos();
        for (Reading reading : stopping) {
            try {
                reading.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
        waiting.shutdownNow();
        computing.shutdownNow();
    }
}
