/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessResourceException;

/** No key waits for another, whatever happens to it; each key's events keep their order. */
class EventLanesTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final TopicPartition OTHER = new TopicPartition("topic", 1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, List<Long>> handled = new ConcurrentHashMap<>();
    private final List<Long> laidAside = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private EventLanes lanes(Consumer<ConsumerRecord<String, byte[]>> handler) {
        return lanes(4, Duration.ofMinutes(1), handler);
    }

    private EventLanes lanes(int width, Duration limit, Consumer<ConsumerRecord<String, byte[]>> handler) {
        return new EventLanes(
                "test",
                new LaneBounds(width, limit, Duration.ofMillis(50), Duration.ofMillis(500), threads),
                new EventLanes.Work() {
                    @Override
                    public boolean concerns(ConsumerRecord<String, byte[]> message) {
                        return !"others".equals(message.key());
                    }

                    @Override
                    public void handle(ConsumerRecord<String, byte[]> message) {
                        handler.accept(message);
                        note(message);
                    }

                    @Override
                    public void layAside(ConsumerRecord<String, byte[]> message, Throwable failure) {
                        laidAside.add(message.offset());
                        reasons.add(failure.toString());
                    }
                },
                timer,
                Clock.systemUTC());
    }

    private static ConsumerRecord<String, byte[]> message(String key, long offset) {
        return new ConsumerRecord<>("topic", 0, offset, key, new byte[0]);
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        handled.computeIfAbsent(message.key(), key -> new CopyOnWriteArrayList<>())
                .add(message.offset());
    }

    private int handledSoFar() {
        return handled.values().stream().mapToInt(List::size).sum();
    }

    private static void awaitCommitted(EventLanes lanes, long offset) {
        long[] last = {-1};
        await().until(() -> {
            OffsetAndMetadata next = lanes.toCommit().get(PARTITION);
            last[0] = next == null ? last[0] : next.offset();
            return last[0] == offset;
        });
    }

    @Test
    void the_events_of_a_key_are_handled_in_their_order() {
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int offset = 0; offset < 1_000; offset++) {
            poll.add(message("key" + offset % 17, offset));
        }
        EventLanes lanes = lanes(message -> {});
        lanes.add(PARTITION, poll);

        awaitCommitted(lanes, 1_000);
        assertThat(handled).hasSize(17);
        assertThat(handled.values()).allSatisfy(offsets -> assertThat(offsets).isSorted());
        assertThat(handledSoFar()).isEqualTo(1_000);
    }

    @Test
    void those_of_different_keys_are_handled_side_by_side() {
        CyclicBarrier allAreThere = new CyclicBarrier(4);
        EventLanes lanes = lanes(message -> {
            try {
                allAreThere.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("Alone", e);
            }
        });

        lanes.add(PARTITION, List.of(message("a", 0), message("b", 1), message("c", 2), message("d", 3)));

        awaitCommitted(lanes, 4);
        assertThat(laidAside).isEmpty();
    }

    @Test
    void a_key_that_takes_long_keeps_no_other_waiting_and_what_is_committed_is_before_it() {
        CountDownLatch slowOneMayEnd = new CountDownLatch(1);
        EventLanes lanes = lanes(message -> {
            if (message.key().equals("slow")) {
                awaitQuietly(slowOneMayEnd);
            }
        });
        lanes.add(PARTITION, List.of(message("a", 0), message("slow", 1), message("slow", 2), message("b", 3)));
        lanes.add(PARTITION, List.of(message("c", 4), message("a", 5)));

        await().until(() -> handledSoFar() == 4);
        assertThat(lanes.toCommit()).containsEntry(PARTITION, new OffsetAndMetadata(1));
        slowOneMayEnd.countDown();
        awaitCommitted(lanes, 6);
        assertThat(handled.get("slow")).containsExactly(1L, 2L);
    }

    @Test
    void long_ones_that_take_long_leave_half_of_the_lanes_to_the_others() {
        CountDownLatch longOnesMayEnd = new CountDownLatch(1);
        List<String> begun = new CopyOnWriteArrayList<>();
        EventLanes lanes = lanes(message -> {
            begun.add(message.key());
            if (message.key().startsWith("long")) {
                awaitQuietly(longOnesMayEnd);
            }
        });
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int offset = 0; offset < 10; offset++) {
            poll.add(new ConsumerRecord<>("topic", 0, offset, "long" + offset, new byte[20_000]));
        }
        lanes.add(PARTITION, poll);
        lanes.add(OTHER, List.of(message("a", 0), message("b", 1), message("a", 2)));

        await().until(() -> handledSoFar() == 3);
        assertThat(begun).containsExactlyInAnyOrder("long0", "long1", "a", "b", "a");
        longOnesMayEnd.countDown();
        awaitCommitted(lanes, 10);
    }

    @Test
    void a_long_one_is_handled_where_there_is_one_lane_only() {
        EventLanes lanes = lanes(1, Duration.ofMinutes(1), message -> {});
        lanes.add(
                PARTITION,
                List.of(message("a", 0), new ConsumerRecord<>("topic", 0, 1, "a", new byte[20_000]), message("a", 2)));

        awaitCommitted(lanes, 3);
        assertThat(handled.get("a")).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_key_that_waits_for_what_is_away_keeps_its_order_and_no_other_waiting_and_is_never_laid_aside() {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        EventLanes lanes = lanes(message -> {
            if (message.key().startsWith("waits") && away.get()) {
                attempts.incrementAndGet();
                throw new TransientDataAccessResourceException("away");
            }
        });
        // More keys wait than there are lanes.
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int offset = 0; offset < 20; offset++) {
            poll.add(message("waits" + offset % 10, offset));
        }
        lanes.add(PARTITION, poll);
        lanes.add(PARTITION, List.of(message("a", 20), message("b", 21)));

        await().until(() -> handledSoFar() == 2 && attempts.get() > 100);
        assertThat(lanes.toCommit()).isEmpty();
        assertThat(lanes.standing().failing()).contains("away");
        away.set(false);
        awaitCommitted(lanes, 22);
        assertThat(laidAside).isEmpty();
        assertThat(handled.get("waits3")).containsExactly(3L, 13L);
        assertThat(lanes.standing().failing()).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, AssertionError.class})
    void an_error_lays_its_event_aside_at_once_and_stops_nothing(Class<? extends Error> error) {
        AtomicInteger attempts = new AtomicInteger();
        EventLanes lanes = lanes(message -> {
            if (message.key().equals("bad")) {
                attempts.incrementAndGet();
                throw newError(error);
            }
        });
        lanes.add(PARTITION, List.of(message("a", 0), message("bad", 1), message("a", 2)));

        awaitCommitted(lanes, 3);
        assertThat(laidAside).containsExactly(1L);
        assertThat(attempts).hasValue(1);
        assertThat(handledSoFar()).isEqualTo(2);
    }

    private static Error newError(Class<? extends Error> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void memory_that_is_short_for_a_moment_is_waited_for() {
        AtomicInteger attempts = new AtomicInteger();
        EventLanes lanes = lanes(message -> {
            if (attempts.incrementAndGet() < 3) {
                throw new OutOfMemoryError("none left");
            }
        });
        lanes.add(PARTITION, List.of(message("a", 0)));

        awaitCommitted(lanes, 1);
        assertThat(laidAside).isEmpty();
    }

    @Test
    void what_keeps_failing_for_no_known_reason_is_laid_aside_after_seven_attempts() {
        AtomicInteger attempts = new AtomicInteger();
        EventLanes lanes = lanes(message -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("who knows");
        });
        lanes.add(PARTITION, List.of(message("a", 0)));

        awaitCommitted(lanes, 1);
        assertThat(attempts).hasValue(7);
        assertThat(reasons).singleElement().asString().contains("who knows");
    }

    @Test
    void what_takes_longer_than_the_limit_is_laid_aside_and_its_lane_goes_on() {
        CountDownLatch never = new CountDownLatch(1);
        EventLanes lanes = lanes(2, Duration.ofMillis(100), message -> {
            if (message.offset() == 0) {
                awaitDeafly(never);
            }
        });
        lanes.add(PARTITION, List.of(message("a", 0), message("a", 1), message("b", 2)));

        await().until(() -> {
            lanes.watch();
            return handledSoFar() == 2;
        });
        awaitCommitted(lanes, 3);
        assertThat(laidAside).containsExactly(0L);
        assertThat(reasons).singleElement().asString().contains("longer than PT0.1S");
        never.countDown();
        await().until(() -> handledSoFar() == 3);
        assertThat(lanes.toCommit()).as("its late end changes nothing").isEmpty();
    }

    @Test
    void what_cannot_be_laid_aside_is_tried_again_until_it_is() {
        AtomicInteger refusals = new AtomicInteger(3);
        EventLanes lanes = new EventLanes(
                "test",
                new LaneBounds(4, Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ofMinutes(1), threads),
                new EventLanes.Work() {
                    @Override
                    public boolean concerns(ConsumerRecord<String, byte[]> message) {
                        return true;
                    }

                    @Override
                    public void handle(ConsumerRecord<String, byte[]> message) {
                        throw new InvalidEventException("bad");
                    }

                    @Override
                    public void layAside(ConsumerRecord<String, byte[]> message, Throwable failure) {
                        if (refusals.getAndDecrement() > 0) {
                            throw new IllegalStateException("the broker is away");
                        }
                        laidAside.add(message.offset());
                    }
                },
                timer,
                Clock.systemUTC());
        lanes.add(PARTITION, List.of(message("a", 0)));

        awaitCommitted(lanes, 1);
        assertThat(laidAside).containsExactly(0L);
    }

    @Test
    void one_that_does_not_get_on_shows() {
        AtomicBoolean away = new AtomicBoolean(true);
        EventLanes lanes = lanes(message -> {
            if (away.get()) {
                throw new TransientDataAccessResourceException("away");
            }
        });
        lanes.add(PARTITION, List.of(message("a", 7)));

        await().until(() -> lanes.standing().stuck() != null);
        assertThat(lanes.standing().stuck()).contains("topic-0@7", "away");
        assertThat(lanes.standing().oldest()).isNotNull();
        away.set(false);
        await().until(() -> lanes.standing().undone() == 0);
        assertThat(lanes.standing().stuck()).isNull();
        assertThat(lanes.standing().oldest()).isNull();
    }

    @Test
    void no_more_is_read_of_a_partition_than_it_has_room_for() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        EventLanes lanes = lanes(message -> awaitQuietly(mayGoOn));
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int offset = 0; offset < 250; offset++) {
            poll.add(message("key" + offset, offset));
        }
        lanes.add(PARTITION, poll);
        lanes.add(OTHER, List.of(message("a", 0)));

        assertThat(lanes.full()).containsExactly(PARTITION);
        mayGoOn.countDown();
        await().until(() -> lanes.full().isEmpty());
    }

    @Test
    void what_is_for_others_is_passed_over() {
        EventLanes lanes = lanes(message -> {});
        lanes.add(PARTITION, List.of(message("others", 0), message("a", 1), message("others", 2)));
        lanes.add(PARTITION, List.of(message("others", 3)));

        awaitCommitted(lanes, 4);
        assertThat(handled).containsOnlyKeys("a");
    }

    @Test
    void a_partition_given_away_is_begun_no_further_and_what_came_to_its_end_is_committed() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        EventLanes lanes = lanes(1, Duration.ofMinutes(1), message -> {
            if (message.offset() == 1) {
                awaitQuietly(mayGoOn);
            }
        });
        lanes.add(PARTITION, List.of(message("a", 0), message("a", 1), message("a", 2)));
        lanes.add(OTHER, List.of(message("a", 10)));
        await().until(() -> handledSoFar() == 1);
        timer.schedule(mayGoOn::countDown, 50, TimeUnit.MILLISECONDS);

        assertThat(lanes.giveAway(Set.of(PARTITION), Duration.ofSeconds(10)))
                .containsEntry(PARTITION, new OffsetAndMetadata(2));

        await().until(() -> Objects.equals(handled.get("a"), List.of(0L, 1L, 10L)));
        assertThat(lanes.partitions()).containsExactly(OTHER);
    }

    @Test
    void a_partition_that_comes_back_is_handled_from_where_it_is_read() {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicBoolean failed = new AtomicBoolean();
        EventLanes lanes = lanes(message -> {
            if (away.get()) {
                failed.set(true);
                throw new TransientDataAccessResourceException("away");
            }
        });
        lanes.add(PARTITION, List.of(message("a", 0), message("a", 1)));
        await().untilTrue(failed); // what has begun is not called back
        lanes.giveAway(Set.of(PARTITION), Duration.ZERO);
        lanes.add(PARTITION, List.of(message("a", 0), message("a", 1), message("b", 2)));
        away.set(false);

        awaitCommitted(lanes, 3);
        assertThat(handled.get("a")).containsExactly(0L, 1L);
    }

    @Test
    void what_was_not_committed_after_all_is_committed_again() {
        EventLanes lanes = lanes(message -> {});
        lanes.add(PARTITION, List.of(message("a", 0)));
        awaitCommitted(lanes, 1);
        assertThat(lanes.isBusy()).isFalse();

        lanes.notCommitted(Set.of(PARTITION));

        assertThat(lanes.isBusy()).isTrue();
        assertThat(lanes.toCommit()).containsEntry(PARTITION, new OffsetAndMetadata(1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a computation does, which nobody can interrupt. */
    private static void awaitDeafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // goes on
            }
        }
    }
}
