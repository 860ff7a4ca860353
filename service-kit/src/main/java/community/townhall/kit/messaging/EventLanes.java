/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles events in lanes: those of one key one after the other, those of different keys side by side and in turn. No
 * key waits for another: one that fails rests between its attempts without keeping a thread, one that takes longer
 * than the limit is given up, and long ones, which take long, leave half of the lanes to the others. The reader never
 * waits, so that it is never taken for dead, however long events take.
 */
final class EventLanes {

    private static final Logger log = LoggerFactory.getLogger(EventLanes.class);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(10);

    /** In bytes; the events of nearly everything that people write are shorter. */
    private static final int LONG = 16 * 1024;

    /** What is done with an event. */
    interface Work {

        /** Whether there is anything to do about it; a look at its headers. */
        boolean concerns(ConsumerRecord<String, byte[]> message);

        /** May throw anything, an {@link Error} too. */
        void handle(ConsumerRecord<String, byte[]> message);

        /** Keeps what cannot be handled for somebody to look at. May throw anything, and is tried again then. */
        void layAside(ConsumerRecord<String, byte[]> message, Throwable failure);
    }

    private final String consumer;
    private final LaneBounds bounds;
    private final Work work;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<TopicPartition, InHand> partitions = new HashMap<>();
    private final Map<Object, Deque<Attempts>> lanes = new HashMap<>();
    private final Deque<Deque<Attempts>> ready = new ArrayDeque<>();
    private final Deque<Deque<Attempts>> readyWithLong = new ArrayDeque<>();
    private final Set<Attempts> underWay = new HashSet<>();
    private final Set<Attempts> resting = new HashSet<>();
    private int overdue;
    private Instant lastEnd;
    private Instant lastComplaint = Instant.EPOCH;

    EventLanes(String consumer, LaneBounds bounds, Work work, ScheduledExecutorService timer, Clock clock) {
        this.consumer = consumer;
        this.bounds = bounds;
        this.work = work;
        this.timer = timer;
        this.clock = clock;
        this.lastEnd = clock.instant();
    }

    /** An event and the attempts at it; guarded by the lock. */
    private static final class Attempts {

        final ConsumerRecord<String, byte[]> message;
        final TopicPartition partition;
        final Object key;
        final InHand.Entry entry;
        int number;
        int failures;
        boolean forgotten;

        @Nullable
        Instant firstFailure;

        @Nullable
        Throwable lastFailure;

        @Nullable
        Throwable givenUpFor;

        @Nullable
        Instant begun;

        @Nullable
        Thread thread;

        Attempts(ConsumerRecord<String, byte[]> message, TopicPartition partition, InHand.Entry entry) {
            this.message = message;
            this.partition = partition;
            this.key = message.key() == null ? partition : message.key();
            this.entry = entry;
        }

        boolean isLong() {
            return message.value() != null && message.value().length > LONG;
        }

        String name() {
            return partition + "@" + message.offset();
        }
    }

    /** Takes over what was read; never waits. */
    void add(TopicPartition partition, List<ConsumerRecord<String, byte[]>> messages) {
        lock.lock();
        try {
            InHand inHand = partitions.computeIfAbsent(partition, _ -> new InHand());
            for (ConsumerRecord<String, byte[]> message : messages) {
                if (work.concerns(message)) {
                    Attempts attempts = new Attempts(message, partition, inHand.add(message));
                    Deque<Attempts> lane = lanes.computeIfAbsent(attempts.key, _ -> new ArrayDeque<>());
                    lane.add(attempts);
                    if (lane.size() == 1) {
                        beReady(lane);
                    }
                } else {
                    inHand.pass(message);
                }
            }
            beginWhatMay();
        } finally {
            lock.unlock();
        }
    }

    /** Those of which no more shall be read for now. */
    Set<TopicPartition> full() {
        lock.lock();
        try {
            Set<TopicPartition> full = new HashSet<>();
            partitions.forEach((partition, inHand) -> {
                if (inHand.isFull()) {
                    full.add(partition);
                }
            });
            return full;
        } finally {
            lock.unlock();
        }
    }

    /** Whether anything is in hand that has not come to its end, or is to be committed. */
    boolean isBusy() {
        lock.lock();
        try {
            return partitions.values().stream().anyMatch(InHand::isBusy);
        } finally {
            lock.unlock();
        }
    }

    /** What has come to its end since this was asked last. */
    Map<TopicPartition, OffsetAndMetadata> toCommit() {
        lock.lock();
        try {
            return toCommit(partitions.keySet());
        } finally {
            lock.unlock();
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> toCommit(Collection<TopicPartition> some) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : some) {
            InHand inHand = partitions.get(partition);
            if (inHand != null) {
                inHand.commit().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
            }
        }
        return offsets;
    }

    /** What was to be committed was not. */
    void notCommitted(Collection<TopicPartition> some) {
        lock.lock();
        try {
            some.forEach(partition -> {
                InHand inHand = partitions.get(partition);
                if (inHand != null) {
                    inHand.notCommitted();
                }
            });
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives these partitions away: what has not been begun is forgotten, what is under way is waited for.
     *
     * @param patience how long to wait at most; what comes to its end later is handled again by somebody else
     * @return what remains to be committed of them
     */
    Map<TopicPartition, OffsetAndMetadata> giveAway(Collection<TopicPartition> some, Duration patience) {
        lock.lock();
        try {
            lanes.values()
                    .forEach(lane -> lane.stream()
                            .filter(attempts -> some.contains(attempts.partition))
                            .forEach(attempts -> attempts.forgotten = true));
            long left = patience.toNanos();
            while (left > 0 && underWay.stream().anyMatch(attempts -> some.contains(attempts.partition))) {
                left = ended.awaitNanos(left);
            }
            return toCommit(some);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return toCommit(some);
        } finally {
            some.forEach(partitions::remove);
            lock.unlock();
        }
    }

    /** The partitions it has read of and not given away. */
    Set<TopicPartition> partitions() {
        lock.lock();
        try {
            return Set.copyOf(partitions.keySet());
        } finally {
            lock.unlock();
        }
    }

    private void beginWhatMay() {
        while (underWay.size() + overdue < bounds.width()) {
            Deque<Attempts> lane = mayLongBegin() && !readyWithLong.isEmpty() ? readyWithLong.remove() : ready.poll();
            if (lane == null) {
                return;
            }
            Attempts next = lane.peek();
            while (next != null && next.forgotten) {
                lane.remove();
                next = lane.peek();
            }
            if (next != null) {
                underWay.add(next);
                begin(next);
            } else {
                lanes.values().removeIf(Collection::isEmpty);
            }
        }
    }

    private boolean mayLongBegin() {
        long busy = underWay.stream().filter(Attempts::isLong).count();
        return busy < Math.max(1, (bounds.width() - overdue) / 2);
    }

    private void beReady(Deque<Attempts> lane) {
        (lane.element().isLong() ? readyWithLong : ready).add(lane);
    }

    private void begin(Attempts attempts) {
        int number = ++attempts.number;
        attempts.begun = clock.instant();
        bounds.threads().execute(() -> attempt(attempts, number));
    }

    private void attempt(Attempts attempts, int number) {
        Throwable reason;
        lock.lock();
        try {
            attempts.thread = Thread.currentThread();
            reason = attempts.givenUpFor;
        } finally {
            lock.unlock();
        }
        Throwable failure = failureOf(() -> {
            if (reason == null) {
                work.handle(attempts.message);
            } else {
                work.layAside(attempts.message, reason);
            }
        });
        lock.lock();
        try {
            Thread.interrupted(); // for whoever has this thread next
            if (attempts.number == number) {
                end(attempts, failure);
            } else {
                overdue--;
                lastEnd = clock.instant();
            }
            beginWhatMay();
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Throwable failureOf(Runnable step) {
        try {
            step.run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void end(Attempts attempts, @Nullable Throwable failure) {
        attempts.thread = null;
        if (failure == null) {
            underWay.remove(attempts);
            attempts.entry.done();
            leave(attempts);
            lastEnd = clock.instant();
        } else {
            Optional<Duration> pause = fail(attempts, failure);
            if (pause.isEmpty()) {
                attempts.givenUpFor = failure;
                begin(attempts); // to be laid aside
                return;
            }
            underWay.remove(attempts);
            resting.add(attempts);
            timer.schedule(() -> tryAgain(attempts), pause.get().toMillis(), TimeUnit.MILLISECONDS);
        }
        ended.signalAll();
    }

    /** @return how long it rests, empty when it is given up */
    private Optional<Duration> fail(Attempts attempts, Throwable failure) {
        Instant now = clock.instant();
        // What cannot be laid aside is nobody's fault but the broker's.
        Faults fault = attempts.givenUpFor == null ? Faults.of(failure) : Faults.TRANSIENT;
        attempts.failures++;
        attempts.lastFailure = failure;
        if (attempts.firstFailure == null) {
            attempts.firstFailure = now;
        }
        Optional<Duration> pause = fault.pauseAfter(attempts.failures, bounds.longestPause());
        // An outage fails them all and again: one complaint speaks for many.
        if (pause.isEmpty() || !now.isBefore(lastComplaint.plus(BETWEEN_COMPLAINTS))) {
            lastComplaint = pause.isEmpty() ? lastComplaint : now;
            log.warn(
                    "{} cannot {} {} ({}, attempt {}): {}",
                    consumer,
                    attempts.givenUpFor == null ? "process" : "lay aside",
                    attempts.name(),
                    fault,
                    attempts.failures,
                    rootMessage(failure));
        }
        return pause;
    }

    static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.toString();
        return message.length() <= 500 ? message : message.substring(0, 500);
    }

    private void leave(Attempts attempts) {
        Deque<Attempts> lane = lanes.get(attempts.key);
        if (lane != null && lane.peek() == attempts) {
            lane.remove();
            if (lane.isEmpty()) {
                lanes.remove(attempts.key);
            } else {
                beReady(lane);
            }
        }
    }

    private void tryAgain(Attempts attempts) {
        lock.lock();
        try {
            resting.remove(attempts);
            Deque<Attempts> lane = lanes.get(attempts.key);
            if (lane != null && lane.peek() == attempts) {
                beReady(lane);
            }
            beginWhatMay();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives up what has taken longer than the limit. Its thread is asked to stop; until it does, it counts among those
     * that are busy, so that there are never more of them than lanes.
     */
    void watch() {
        Instant since = clock.instant().minus(bounds.limit());
        lock.lock();
        try {
            for (Attempts attempts : List.copyOf(underWay)) {
                if (attempts.begun != null
                        && attempts.begun.isBefore(since)
                        && attempts.givenUpFor == null
                        && overdue + 1 < bounds.width()) {
                    TimeLimitException failure = new TimeLimitException(bounds.limit());
                    if (attempts.thread != null) {
                        attempts.thread.interrupt();
                        attempts.thread = null;
                    }
                    overdue++;
                    fail(attempts, failure);
                    attempts.givenUpFor = failure;
                    begin(attempts);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * How it stands.
     *
     * @param undone events in hand that have not come to their end
     * @param oldest when the oldest of them was sent
     * @param failing what is being tried again and why
     * @param stuck why it does not get on
     */
    record Standing(
            int undone,
            @Nullable Instant oldest,
            @Nullable String failing,
            @Nullable String stuck) {}

    Standing standing() {
        Instant longAgo = clock.instant().minus(bounds.stuckAfter());
        lock.lock();
        try {
            int undone = partitions.values().stream().mapToInt(InHand::undone).sum();
            Instant oldest = partitions.values().stream()
                    .map(InHand::oldest)
                    .filter(message -> message != null)
                    .map(message -> Instant.ofEpochMilli(message.timestamp()))
                    .min(Instant::compareTo)
                    .orElse(null);
            List<Attempts> tried = new ArrayList<>(underWay);
            tried.addAll(resting);
            Optional<Attempts> failing = tried.stream()
                    .filter(attempts -> !attempts.forgotten && attempts.firstFailure != null)
                    .min(Comparator.comparing(attempts -> Objects.requireNonNull(attempts.firstFailure)));
            Optional<Attempts> hopeless = failing.filter(
                    attempts -> attempts.firstFailure != null && attempts.firstFailure.isBefore(longAgo));
            Optional<Attempts> endless = underWay.stream()
                    .filter(attempts ->
                            attempts.begun != null && attempts.begun.isBefore(longAgo) && lastEnd.isBefore(longAgo))
                    .findFirst();
            String stuck = hopeless.map(attempts ->
                            attempts.name() + " has failed since " + attempts.firstFailure + ": " + said(attempts))
                    .or(() -> endless.map(attempts -> attempts.name() + " has been under way since " + attempts.begun))
                    .orElse(null);
            return new Standing(
                    undone,
                    oldest,
                    failing.map(attempts -> attempts.name() + ": " + said(attempts))
                            .orElse(null),
                    stuck);
        } finally {
            lock.unlock();
        }
    }

    private static String said(Attempts attempts) {
        return attempts.lastFailure == null ? "" : rootMessage(attempts.lastFailure);
    }
}
