/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.kit.messaging.ConsumerState.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of one consumer into its lanes, and commits what they have done. Whatever ends it, it begins anew:
 * only {@link #stop} stops it.
 */
final class EventReader implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(EventReader.class);
    private static final Duration WHEN_IDLE = Duration.ofSeconds(1);
    private static final Duration WHEN_BUSY = Duration.ofMillis(30);
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(100);
    private static final Duration LAST_EVENTS = Duration.ofSeconds(3);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<Consumer<String, byte[]>> clients;
    private final Subscription subscription;
    private final EventLanes lanes;
    private final Duration stuckAfter;
    private final Clock clock;
    private final Map<TopicPartition, Long> broadcastPositions = new HashMap<>();

    private volatile boolean running = true;
    private volatile @Nullable Consumer<String, byte[]> client;
    private volatile @Nullable Throwable endedBy;
    private volatile Instant lastTurn;
    private Instant lastCommit = Instant.EPOCH;

    /** @param broadcast these partitions from now on, for an instance of its own; else the topics, as one of a group */
    record Subscription(List<String> topics, List<TopicPartition> broadcast) {

        boolean isBroadcast() {
            return !broadcast.isEmpty();
        }
    }

    EventReader(
            String name,
            Supplier<Consumer<String, byte[]>> clients,
            Subscription subscription,
            EventLanes lanes,
            Duration stuckAfter,
            Clock clock) {
        this.name = name;
        this.clients = clients;
        this.subscription = subscription;
        this.lanes = lanes;
        this.stuckAfter = stuckAfter;
        this.clock = clock;
        this.lastTurn = clock.instant();
    }

    /** Asks it to end, which takes some seconds. */
    void stop() {
        running = false;
        Consumer<String, byte[]> reading = client;
        if (reading != null) {
            reading.wakeup();
        }
    }

    @Override
    public void run() {
        Duration rest = FIRST_REST;
        while (running) {
            try {
                read();
                return;
            } catch (Throwable e) {
                if (!running) {
                    return;
                }
                if (endedBy == null) {
                    rest = FIRST_REST;
                    log.error("{} stopped reading and begins anew", name, e);
                } else {
                    rest = min(rest.multipliedBy(2), LONGEST_REST);
                    log.error("{} stopped reading again: {}", name, EventLanes.rootMessage(e));
                }
                endedBy = e;
                pause(rest);
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void pause(Duration rest) {
        Instant end = clock.instant().plus(rest);
        try {
            while (running && clock.instant().isBefore(end)) {
                Thread.sleep(WHEN_IDLE.dividedBy(5));
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void read() {
        Consumer<String, byte[]> consumer = clients.get();
        client = consumer;
        try {
            begin(consumer);
            while (running) {
                turn(consumer);
            }
        } catch (WakeupException e) {
            if (running) {
                throw e;
            }
        } finally {
            client = null;
            end(consumer);
        }
    }

    private void begin(Consumer<String, byte[]> consumer) {
        if (subscription.isBroadcast()) {
            consumer.assign(subscription.broadcast());
            for (TopicPartition partition : subscription.broadcast()) {
                Long position = broadcastPositions.get(partition);
                if (position == null) {
                    consumer.seekToEnd(List.of(partition));
                    broadcastPositions.put(partition, consumer.position(partition));
                } else {
                    consumer.seek(partition, position);
                }
            }
        } else {
            consumer.subscribe(subscription.topics(), new Rebalance(consumer));
        }
    }

    private void turn(Consumer<String, byte[]> consumer) {
        ConsumerRecords<String, byte[]> read = consumer.poll(lanes.isBusy() ? WHEN_BUSY : WHEN_IDLE);
        lastTurn = clock.instant();
        endedBy = null;
        for (TopicPartition partition : read.partitions()) {
            lanes.add(partition, read.records(partition));
        }
        Set<TopicPartition> full = lanes.full();
        Set<TopicPartition> paused = consumer.paused();
        consumer.resume(
                paused.stream().filter(partition -> !full.contains(partition)).toList());
        consumer.pause(consumer.assignment().stream().filter(full::contains).toList());
        if (!lastTurn.isBefore(lastCommit.plus(BETWEEN_COMMITS))) {
            lastCommit = lastTurn;
            commit(consumer, lanes.toCommit());
        }
    }

    private void commit(Consumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (subscription.isBroadcast()) {
            offsets.forEach((partition, offset) -> broadcastPositions.put(partition, offset.offset()));
        } else if (!offsets.isEmpty()) {
            // An offset that is not committed costs a second handling, which no consumer minds.
            consumer.commitAsync(offsets, (asked, failure) -> {
                if (failure != null) {
                    lanes.notCommitted(asked.keySet());
                }
            });
        }
    }

    private void end(Consumer<String, byte[]> consumer) {
        try {
            giveAway(consumer, lanes.partitions());
        } finally {
            consumer.close(CloseOptions.timeout(FAREWELL));
        }
    }

    private void giveAway(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = lanes.giveAway(partitions, LAST_EVENTS);
        if (subscription.isBroadcast()) {
            commit(consumer, offsets);
        } else if (!offsets.isEmpty()) {
            try {
                commitNow(consumer, offsets);
            } catch (RuntimeException e) {
                log.info("{} leaves what it did last to be done again: {}", name, e.toString());
            }
        }
    }

    private static void commitNow(Consumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets, LAST_EVENTS);
        } catch (WakeupException e) {
            consumer.commitSync(offsets, LAST_EVENTS); // it was woken to end, and this is part of ending
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Rebalance(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            log.debug("{} reads {}", name, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            giveAway(consumer, partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            lanes.giveAway(partitions, Duration.ZERO);
        }
    }

    ConsumerState state() {
        EventLanes.Standing standing = lanes.standing();
        Throwable ended = endedBy;
        Instant turned = lastTurn;
        if (ended != null) {
            return state(Status.STOPPED, standing, EventLanes.rootMessage(ended));
        }
        if (turned.isBefore(clock.instant().minus(stuckAfter))) {
            return state(Status.STUCK, standing, "It has not read since " + turned);
        }
        if (standing.stuck() != null) {
            return state(Status.STUCK, standing, standing.stuck());
        }
        return standing.failing() != null
                ? state(Status.RETRYING, standing, standing.failing())
                : state(Status.RUNNING, standing, null);
    }

    private ConsumerState state(Status status, EventLanes.Standing standing, @Nullable String reason) {
        return new ConsumerState(name, status, standing.undone(), standing.oldest(), reason);
    }
}
