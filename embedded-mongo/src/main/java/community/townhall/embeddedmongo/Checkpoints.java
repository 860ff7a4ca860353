/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Moves what is in the log to the data file, on a connection of its own, while others read and write. Only when the log has
 * grown long are writers kept out, for the little that came in meanwhile, so that the log begins anew.
 */
final class Checkpoints implements AutoCloseable {

    /** In pages of 4 KB. */
    private static final int WORTH_IT = 800;

    private static final int LONG = 1_600;
    private static final int INTERVAL_MILLIS = 200;

    private final Session session;
    private final Consumer<Runnable> withoutWriters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mongo-checkpoints").factory());

    Checkpoints(Session session, Consumer<Runnable> withoutWriters) {
        this.session = session;
        this.withoutWriters = withoutWriters;
        thread.scheduleWithFixedDelay(this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Progress now = run("noop");
        if (now.pages() - now.moved() > WORTH_IT) {
            run("passive");
        }
        if (now.pages() > LONG) {
            withoutWriters.accept(() -> run("passive"));
        }
    }

    /** What the log holds, and how much of it is in the data file as well. */
    private record Progress(int pages, int moved) {}

    /** Waits for nobody: what a reader still needs is moved another time. */
    private Progress run(String kind) {
        return Objects.requireNonNull(session.first(
                row -> new Progress(row.getInt(2), row.getInt(3)), "pragma wal_checkpoint(" + kind + ")"));
    }

    void abandon() {
        thread.shutdownNow();
        session.abandon();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The checkpoint does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
