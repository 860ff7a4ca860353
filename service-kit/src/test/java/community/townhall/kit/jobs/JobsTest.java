/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import community.townhall.kit.causality.Causality;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.EmbeddedServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A job is begun once, comes to its end whatever stops it, and keeps no other waiting. */
@Tag("database")
class JobsTest {

    private static final JobsProperties QUICK = new JobsProperties(
            1, Duration.ofMillis(300), Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofDays(1));

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(EmbeddedServers.mongo()), "jobs-" + Ids.next());
    private final JobStore store = new JobStore(mongo, Clock.systemUTC());
    private final List<JobRunner> runners = new ArrayList<>();
    private final List<String> steps = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        runners.forEach(JobRunner::stop);
        mongo.getDb().drop();
    }

    private JobRunner running(JobKind... kinds) {
        JobRunner runner =
                new JobRunner(() -> Stream.of(kinds), store, QUICK, Clock.systemUTC(), new SimpleMeterRegistry());
        runners.add(runner);
        runner.start();
        return runner;
    }

    /** Counts up to what it is asked to, a step for each number. */
    private JobKind counting() {
        return new JobKind("count", (arguments, cursor) -> {
            int number = cursor == null ? 1 : Integer.parseInt(cursor);
            steps.add(arguments.get("name") + number);
            return number == Integer.parseInt(Objects.requireNonNull(arguments.get("to")))
                    ? Optional.empty()
                    : Optional.of(Integer.toString(number + 1));
        });
    }

    private static Map<String, String> upTo(int number, String name) {
        return Map.of("to", Integer.toString(number), "name", name);
    }

    private void awaitAllDone() {
        await().until(() -> store.undone() == 0);
    }

    @Test
    void a_job_goes_step_by_step_to_its_end() {
        running(counting()).begin("count", "1", upTo(5, "a"));

        awaitAllDone();
        assertThat(steps).containsExactly("a1", "a2", "a3", "a4", "a5");
    }

    @Test
    void begun_again_it_is_not_done_again_be_it_under_way_or_done() {
        JobRunner jobs = running(counting());

        assertThat(jobs.begin("count", "1", upTo(3, "a"))).isTrue();
        assertThat(jobs.begin("count", "1", upTo(3, "a"))).isFalse();
        awaitAllDone();
        assertThat(jobs.begin("count", "1", upTo(3, "a"))).isFalse();

        awaitAllDone();
        assertThat(steps).containsExactly("a1", "a2", "a3");
    }

    @Test
    void of_another_kind_the_same_id_is_another_job() {
        JobRunner jobs = running(counting(), new JobKind("other", (arguments, cursor) -> {
            steps.add("other");
            return Optional.empty();
        }));
        jobs.begin("count", "1", upTo(1, "a"));
        jobs.begin("other", "1", Map.of());

        awaitAllDone();
        assertThat(steps).containsExactlyInAnyOrder("a1", "other");
    }

    @Test
    void a_kind_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> running(counting()).begin("cuont", "1", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cuont");
    }

    @Test
    void a_short_job_does_not_wait_for_a_long_one_begun_before_it() {
        CountDownLatch shortOneIsThere = new CountDownLatch(1);
        JobKind kind = new JobKind("count", (arguments, cursor) -> {
            awaitQuietly(shortOneIsThere);
            return counting().step().go(arguments, cursor);
        });
        JobRunner jobs = running(kind);
        jobs.begin("count", "long", upTo(200, "long"));
        jobs.begin("count", "short", upTo(1, "short"));
        shortOneIsThere.countDown();

        awaitAllDone();
        assertThat(steps.indexOf("short1")).isLessThan(10);
        assertThat(steps).hasSize(201);
    }

    @Test
    void what_fails_is_tried_again_with_the_same_cursor_be_it_an_exception_or_an_error() {
        AtomicInteger attempts = new AtomicInteger();
        JobKind kind = new JobKind("count", (arguments, cursor) -> {
            switch (attempts.incrementAndGet()) {
                case 2 -> throw new IllegalStateException("not now");
                case 3 -> throw new StackOverflowError();
                default -> {
                    return counting().step().go(arguments, cursor);
                }
            }
        });
        JobRunner jobs = running(kind);
        jobs.begin("count", "1", upTo(3, "a"));

        awaitAllDone();
        assertThat(steps).containsExactly("a1", "a2", "a3");
        jobs.begin("count", "2", upTo(1, "b"));
        awaitAllDone();
    }

    @Test
    void one_that_keeps_failing_shows_and_stops_no_other() {
        AtomicBoolean mended = new AtomicBoolean();
        JobKind broken = new JobKind("broken", (arguments, cursor) -> {
            if (!mended.get()) {
                throw new IllegalStateException("not yet");
            }
            return Optional.empty();
        });
        JobRunner jobs = running(broken, counting());
        jobs.begin("broken", "1", Map.of());
        jobs.begin("count", "1", upTo(3, "a"));

        await().until(() -> store.undone() == 1 && store.failing() == 1);
        assertThat(steps).hasSize(3);
        mended.set(true);
        awaitAllDone();
        assertThat(store.failing()).isZero();
    }

    @Test
    void what_an_instance_that_is_gone_left_behind_another_goes_on_with() {
        JobRunner first = running(counting());
        first.stop();
        first.begin("count", "1", upTo(4, "a"));
        Job taken = store.take(List.of("count"), "gone", QUICK.lease()).orElseThrow();
        store.advance(taken, "gone", "3", QUICK.lease());

        running(counting());

        awaitAllDone();
        assertThat(steps).containsExactly("a3", "a4");
    }

    @Test
    void who_took_longer_than_its_lease_changes_nothing_any_more() {
        running(counting()).stop();
        runners.getFirst().begin("count", "1", upTo(4, "a"));
        Job late = store.take(List.of("count"), "late", Duration.ZERO).orElseThrow();
        assertThat(store.take(List.of("count"), "quick", QUICK.lease())).isPresent();

        assertThat(store.advance(late, "late", "9", QUICK.lease())).isFalse();
        assertThat(store.finish(late, "late")).isFalse();
        store.release(late, "late");
        assertThat(store.take(List.of("count"), "third", QUICK.lease())).isEmpty();
    }

    @Test
    void several_instances_share_the_jobs_and_each_step_is_done_once() {
        JobRunner one = running(counting());
        running(counting());
        running(counting());
        IntStream.range(0, 20).forEach(job -> one.begin("count", "job" + job, upTo(10, job + "-")));

        awaitAllDone();
        assertThat(steps).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void its_steps_go_back_to_what_began_it() {
        Map<String, Causality> seen = new ConcurrentHashMap<>();
        JobRunner jobs = running(new JobKind("look", (arguments, cursor) -> {
            seen.put("step", Causality.current());
            return Optional.empty();
        }));
        Causality cause = new Causality("request", "event");

        cause.call(() -> jobs.begin("look", "1", Map.of()));

        awaitAllDone();
        assertThat(seen).containsEntry("step", cause);
    }

    @Test
    void one_of_a_kind_this_release_does_not_know_is_left_to_those_that_do() {
        running(counting()).stop();
        runners.getFirst().begin("count", "1", upTo(1, "a"));
        running(new JobKind("other", (arguments, cursor) -> Optional.empty())).begin("other", "1", Map.of());

        await().until(() -> store.undone() == 1);
        running(counting());
        awaitAllDone();
        assertThat(steps).containsExactly("a1");
    }

    @Test
    void what_is_done_is_forgotten_in_the_end() {
        JobRunner jobs = running(counting());
        jobs.begin("count", "1", upTo(1, "a"));
        awaitAllDone();

        store.forgetDoneBefore(Clock.systemUTC().instant().minusSeconds(60));
        assertThat(jobs.begin("count", "1", upTo(1, "a"))).isFalse();
        store.forgetDoneBefore(Clock.systemUTC().instant().plusSeconds(60));
        assertThat(jobs.begin("count", "1", upTo(1, "a"))).isTrue();
        awaitAllDone();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
