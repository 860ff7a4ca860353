/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class EventLanesTest {

    private static final int LANES = 4;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Long>> handled = new ConcurrentHashMap<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static ConsumerRecord<String, byte[]> message(String key, long offset) {
        return new ConsumerRecord<>("topic", 0, offset, key, new byte[0]);
    }

    private void note(ConsumerRecord<String, byte[]> message) {
        handled.computeIfAbsent(message.key(), key -> new CopyOnWriteArrayList<>())
                .add(message.offset());
    }

    @Test
    void the_events_of_a_key_are_handled_in_their_order() {
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int offset = 0; offset < 1_000; offset++) {
            poll.add(message("key" + offset % 17, offset));
        }
        new EventLanes(LANES, threads, this::note).onMessage(poll);

        assertThat(handled).hasSize(17);
        assertThat(handled.values()).allSatisfy(offsets -> assertThat(offsets).isSorted());
        assertThat(handled.values().stream().mapToInt(List::size).sum()).isEqualTo(1_000);
    }

    @Test
    void those_of_different_lanes_are_handled_side_by_side() {
        // "a" and "b" are in neighbouring lanes; each waits for the other.
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        EventLanes lanes = new EventLanes(LANES, threads, message -> {
            try {
                bothAreThere.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("Alone", e);
            }
        });

        assertThatCode(() -> lanes.onMessage(List.of(message("a", 0), message("b", 1))))
                .doesNotThrowAnyException();
    }

    @Test
    void the_first_failure_is_reported_once_all_that_came_before_it_is_handled_and_nothing_of_its_key_overtakes_it() {
        EventLanes lanes = new EventLanes(LANES, threads, message -> {
            if (message.key().equals("bad")) {
                throw new IllegalArgumentException("poison " + message.offset());
            }
            note(message);
        });
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (int offset = 0; offset < 100; offset++) {
            poll.add(message(offset == 40 || offset == 60 ? "bad" : "key" + offset % 7, offset));
        }

        BatchListenerFailedException failed =
                catchThrowableOfType(BatchListenerFailedException.class, () -> lanes.onMessage(poll));

        assertThat(failed.getIndex()).isEqualTo(40);
        assertThat(failed).hasRootCauseMessage("poison 40");
        assertThat(handled.values().stream().flatMap(List::stream).filter(offset -> offset < 40))
                .hasSize(40);
    }

    @Test
    void what_no_event_is_to_blame_for_is_blamed_on_none() {
        EventLanes lanes = new EventLanes(LANES, threads, message -> {
            throw new OutOfMemoryError("none left");
        });

        assertThatThrownBy(() -> lanes.onMessage(List.of(message("a", 0), message("b", 1))))
                .isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> lanes.onMessage(List.of(message("a", 0)))).isInstanceOf(OutOfMemoryError.class);
    }
}
