/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import community.townhall.standalone.Refusal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps a set of processes running from {@link #start} to {@link #stop}. */
public final class Supervisor {

    private static final Duration FIRST_RESTART = Duration.ofMillis(500);
    private static final Duration LATEST_RESTART = Duration.ofSeconds(30);
    private static final Duration RUNNING_WELL = Duration.ofMinutes(1);

    /** A process that ends this often before it was ever ready will not get there by being started again. */
    private static final int HOPELESS = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS_AT_LOGS = Duration.ofSeconds(5);

    private final List<Child> children;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean stopping = new AtomicBoolean();

    public Supervisor(List<ChildSpec> specs, Function<ChildSpec, Launch> launches, Reports reports) {
        this.children = specs.stream()
                .map(spec -> new Child(
                        spec, launches.apply(spec), new BackOff(FIRST_RESTART, LATEST_RESTART, RUNNING_WELL), reports))
                .toList();
    }

    public void start() {
        for (Child child : children) {
            Thread.ofVirtual().name(child.spec().name()).start(() -> {
                if (awaitPredecessors(child)) {
                    child.keepRunning();
                }
            });
        }
        Thread.ofVirtual().name("logs").start(this::boundLogs);
    }

    private void boundLogs() {
        try {
            while (!stopped.await(BETWEEN_LOOKS_AT_LOGS.toSeconds(), TimeUnit.SECONDS)) {
                children.forEach(Child::boundLog);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until every process has been ready once.
     *
     * @throws Refusal when one of them will not be
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Child child : children) {
            while (!child.awaitReadyOnce(BETWEEN_LOOKS)) {
                if (stopping.get()) {
                    throw new Refusal("Stopped before everything was ready");
                }
                refuseTheHopeless();
                if (System.nanoTime() > deadline) {
                    throw new Refusal("Not ready after " + limit.toSeconds() + " s: "
                            + children.stream()
                                    .filter(each -> !each.hasBeenReady())
                                    .map(each -> each.spec().name())
                                    .collect(Collectors.joining(", ")));
                }
            }
        }
    }

    /**
     * Ends all processes, those that use others first. Safe to call more than once, and from any thread.
     *
     * @return the names of those that ended when they were asked to; none for a call that found it done
     */
    public Set<String> stop() {
        if (!stopping.compareAndSet(false, true)) {
            return Set.of();
        }
        children.forEach(Child::startNoMore);
        Set<String> ended = ConcurrentHashMap.newKeySet();
        for (int stage : stagesFromTheLast()) {
            List<Thread> endings = children.stream()
                    .filter(child -> child.spec().stage() == stage)
                    .map(child -> Thread.ofVirtual().start(() -> {
                        if (child.stop()) {
                            ended.add(child.spec().name());
                        }
                    }))
                    .toList();
            endings.forEach(Supervisor::join);
        }
        stopped.countDown();
        return Set.copyOf(ended);
    }

    /** For when nothing that the processes hold is worth keeping. */
    public void kill() {
        stopping.set(true);
        children.forEach(Child::kill);
        stopped.countDown();
    }

    public void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    private SortedSet<Integer> stagesFromTheLast() {
        SortedSet<Integer> stages = new TreeSet<>(Comparator.reverseOrder());
        children.forEach(child -> stages.add(child.spec().stage()));
        return stages;
    }

    private boolean awaitPredecessors(Child child) {
        try {
            for (Child other : children) {
                if (child.spec().startsAfter().contains(other.spec().name())) {
                    while (!other.awaitReadyOnce(BETWEEN_LOOKS)) {
                        if (stopping.get()) {
                            return false;
                        }
                    }
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuseTheHopeless() {
        for (Child child : children) {
            if (child.endedBeforeReady() >= HOPELESS) {
                throw new Refusal(
                        child.spec().name() + " ended " + HOPELESS + " times before it was ready; its log says why");
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
