/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import community.townhall.kit.causality.Causality;
import community.townhall.kit.id.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.function.SingletonSupplier;

/** Works on the jobs that are due, a slice of each in turn. */
final class JobRunner implements Jobs, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(1);
    private static final Duration LAST_STEPS = Duration.ofSeconds(5);
    private static final String FORGETTING = "jobs-forget";

    private final Supplier<Map<String, JobKind>> kinds;
    private final JobStore store;
    private final JobsProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore woken = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** @param kinds asked for once, when all there is has been made: what a kind does may itself begin jobs */
    JobRunner(
            Supplier<Stream<JobKind>> kinds,
            JobStore store,
            JobsProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.kinds = SingletonSupplier.of(
                () -> kinds.get().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity())));
        this.store = store;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public boolean begin(String kind, String id, Map<String, String> arguments) {
        if (!kinds.get().containsKey(kind)) {
            throw new IllegalArgumentException("No kind of job is called " + kind);
        }
        boolean begun = store.insertOnce(kind, id, arguments, Causality.current());
        if (begun) {
            woken.release();
        }
        return begun;
    }

    @Override
    public void start() {
        running = true;
        if (kinds.get().isEmpty()) {
            return;
        }
        for (int worker = 1; worker <= properties.workers(); worker++) {
            threads.add(Thread.ofVirtual().name("job-", worker).start(() -> whileRunning(this::workOrWait)));
        }
        threads.add(Thread.ofVirtual().name(FORGETTING).start(() -> whileRunning(this::forgetThenPause)));
    }

    /** Lets the steps that are under way come to their end, so that others need not wait for their leases. */
    @Override
    public void stop() {
        running = false;
        woken.release(properties.workers());
        Instant end = clock.instant().plus(LAST_STEPS);
        for (Thread thread : threads) {
            try {
                Duration left = Duration.between(clock.instant(), end);
                if (thread.getName().equals(FORGETTING) || left.isNegative() || !thread.join(left)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                thread.interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface InterruptibleStep {
        void run() throws InterruptedException;
    }

    private void whileRunning(InterruptibleStep step) {
        while (running) {
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Nothing is lost: the job is still in its document.
                log.warn("The jobs go on after: {}", e.toString());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(properties.sweepInterval());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void workOrWait() throws InterruptedException {
        String owner = Ids.next();
        Optional<Job> job = store.take(kinds.get().keySet(), owner, properties.lease());
        if (job.isPresent()) {
            work(job.get(), owner);
        } else if (woken.tryAcquire(properties.sweepInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    private void work(Job taken, String owner) {
        JobKind kind = Objects.requireNonNull(kinds.get().get(taken.kind()), taken.kind());
        Instant end = clock.instant().plus(properties.slice());
        Job job = taken;
        while (true) {
            Optional<String> next;
            try {
                next = step(kind, job);
            } catch (Throwable e) {
                Duration pause = pauseAfter(job.failures());
                log.warn("{} is tried again in {}: {}", job.id(), pause, e.toString());
                store.putOff(job, owner, pause, e);
                return;
            }
            count("townhall.jobs.steps", "Steps of jobs that were done", job);
            if (next.isEmpty()) {
                if (store.finish(job, owner)) {
                    count("townhall.jobs.done", "Jobs that came to their end", job);
                }
                return;
            }
            if (!store.advance(job, owner, next.get(), properties.lease())) {
                return; // it took longer than its lease, and another goes on with it
            }
            job = job.at(next.get());
            if (!running || !clock.instant().isBefore(end)) {
                store.release(job, owner);
                return;
            }
        }
    }

    private static Optional<String> step(JobKind kind, Job job) {
        return job.cause().call(() -> kind.step().go(job.arguments(), job.cursor()));
    }

    private Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(properties.longestPause()) < 0 ? pause : properties.longestPause();
    }

    private void count(String name, String description, Job job) {
        Counter.builder(name)
                .description(description)
                .tag("kind", job.kind())
                .register(meters)
                .increment();
    }

    private void forgetThenPause() throws InterruptedException {
        store.forgetDoneBefore(clock.instant().minus(properties.kept()));
        Thread.sleep(BETWEEN_CLEARINGS);
    }
}
