/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process kept running, by one thread that starts it, waits until it is ready and starts it again when it ends. */
final class Child {

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(150);

    private final ChildSpec spec;
    private final Launch launch;
    private final BackOff backOff;
    private final Reports reports;
    private final CountDownLatch readyOnce = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile int endedBeforeReady;
    private volatile @Nullable Process process;

    Child(ChildSpec spec, Launch launch, BackOff backOff, Reports reports) {
        this.spec = spec;
        this.launch = launch;
        this.backOff = backOff;
        this.reports = reports;
    }

    /** What it says is kept in bounds; a log that cannot be set aside now will be at another time. */
    void boundLog() {
        try {
            launch.boundLog();
        } catch (IOException e) {
            // as long as there is no room for the part set aside
        }
    }

    ChildSpec spec() {
        return spec;
    }

    /** Until {@link #stop}. */
    void keepRunning() {
        try {
            for (Process started = start(); started != null; started = start()) {
                long since = System.nanoTime();
                reports.starting(spec.name());
                awaitReady(started, since);
                int exitCode = started.waitFor();
                if (isStopped()) {
                    return;
                }
                if (launch.isHeld()) {
                    reports.held(spec.name());
                    awaitReleased();
                    continue;
                }
                if (!hasBeenReady()) {
                    endedBeforeReady++;
                }
                Duration delay = backOff.afterRunOf(Duration.ofNanos(System.nanoTime() - since));
                reports.ended(spec.name(), exitCode, delay);
                if (stop.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReleased() throws InterruptedException {
        while (launch.isHeld() && !stop.await(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
            // Still held.
        }
    }

    boolean hasBeenReady() {
        return readyOnce.getCount() == 0;
    }

    boolean awaitReadyOnce(Duration time) throws InterruptedException {
        return readyOnce.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often it ended without ever having been ready. */
    int endedBeforeReady() {
        return endedBeforeReady;
    }

    boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** What runs may go on, but nothing is started any more. */
    synchronized void startNoMore() {
        stop.countDown();
    }

    /**
     * Ends what runs, for good.
     *
     * @return whether it ended when it was asked to
     */
    boolean stop() {
        startNoMore();
        Process running = process;
        if (running != null && Ending.of(running.toHandle(), spec.patience())) {
            reports.forced(spec.name());
            return false;
        }
        return true;
    }

    void kill() {
        startNoMore();
        Process running = process;
        if (running != null) {
            Ending.byForce(running.toHandle());
        }
    }

    /** Under the lock, so that a stop comes either before the start or sees what was started. */
    private synchronized @Nullable Process start() {
        if (isStopped()) {
            return null;
        }
        try {
            Process started = launch.start(spec.command(), spec.environment());
            process = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Process started, long since) throws InterruptedException {
        while (started.isAlive() && !isStopped()) {
            if (spec.readiness().isReady()) {
                reports.ready(spec.name(), Duration.ofNanos(System.nanoTime() - since));
                readyOnce.countDown();
                return;
            }
            started.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
