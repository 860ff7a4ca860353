/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on virtual threads, a bounded number at a time, so that reading never runs ahead of sending. The first
 * task that fails ends the import; what it had done is found again by the next run.
 */
final class Workers {

    private final Semaphore free;
    private final int limit;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Workers(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    /** Waits for a free place, then returns while the task runs. */
    void submit(Runnable task) {
        rethrowFailure();
        free.acquireUninterruptibly();
        Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    /** Waits until all that was submitted is done. */
    void join() {
        free.acquireUninterruptibly(limit);
        free.release(limit);
        rethrowFailure();
    }

    private void rethrowFailure() {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("The import stopped: " + failed.getMessage(), failed);
        }
    }
}
