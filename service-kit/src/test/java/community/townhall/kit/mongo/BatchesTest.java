/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class BatchesTest {

    private final List<List<Integer>> performed = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final Batches<Integer, String> batches = new Batches<>(this::perform);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private List<String> perform(List<Integer> inputs) {
        performed.add(inputs);
        if (inputs.equals(List.of(0))) {
            try {
                firstMayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (inputs.contains(-1)) {
            throw new IllegalArgumentException("-1");
        }
        if (inputs.contains(-2)) {
            throw new DataAccessResourceFailureException("away");
        }
        return inputs.stream().map(String::valueOf).toList();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void who_comes_alone_is_served_alone_and_at_once() {
        assertThat(batches.perform(7)).isEqualTo("7");
        assertThat(performed).containsExactly(List.of(7));
    }

    @Test
    void who_come_while_as_many_batches_as_may_are_under_way_go_together_and_each_gets_its_own() throws Exception {
        List<Future<String>> all =
                whileAsManyAsMayAreUnderWay(IntStream.rangeClosed(1, 50).boxed().toList());

        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).get()).isEqualTo(String.valueOf(i + 1));
        }
        assertThat(performed).hasSize(9);
        assertThat(performed.getLast()).hasSize(50);
    }

    @Test
    void one_that_is_to_blame_fails_by_itself() throws Exception {
        List<Future<String>> all = whileAsManyAsMayAreUnderWay(List.of(1, -1, 2));

        assertThat(all.get(0).get()).isEqualTo("1");
        assertThat(all.get(2).get()).isEqualTo("2");
        assertThatThrownBy(() -> all.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void that_the_database_is_away_is_told_to_all_and_not_tried_by_each() throws Exception {
        for (Future<String> each : whileAsManyAsMayAreUnderWay(List.of(1, -2, 2))) {
            assertThatThrownBy(each::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
        }
        assertThat(performed).hasSize(9);
    }

    @Test
    void a_batch_that_takes_long_keeps_nobody_waiting_that_comes_after_it() throws Exception {
        Future<String> slow = threads.submit(() -> batches.perform(0));
        await().until(() -> performed.size() == 1);

        assertThat(threads.submit(() -> batches.perform(1)).get(10, TimeUnit.SECONDS))
                .isEqualTo("1");
        assertThat(threads.submit(() -> batches.perform(2)).get(10, TimeUnit.SECONDS))
                .isEqualTo("2");

        assertThat(slow).isNotDone();
        firstMayEnd.countDown();
        assertThat(slow.get()).isEqualTo("0");
    }

    /** When no more may begin, as many as may are under way. */
    private List<Future<String>> whileAsManyAsMayAreUnderWay(List<Integer> inputs) throws Exception {
        List<Future<String>> first = new ArrayList<>();
        for (int slow = 1; slow <= 8; slow++) {
            int expected = slow;
            first.add(threads.submit(() -> batches.perform(0)));
            await().until(() -> performed.size() == expected);
        }
        List<Future<String>> asked = new ArrayList<>();
        for (int input : inputs) {
            asked.add(threads.submit(() -> batches.perform(input)));
        }
        await().until(() -> batches.waiting() == inputs.size());
        firstMayEnd.countDown();
        for (Future<String> each : first) {
            assertThat(each.get()).isEqualTo("0");
        }
        return asked;
    }
}
