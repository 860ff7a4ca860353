/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Computes a few hashes at once, on threads of its own. A hash takes a processor for as long as it lasts, and a virtual
 * thread that computes gives its carrier to nobody: on the requests' own threads, many who sign in at once would stop
 * everybody else. Who would wait for too long is told to come again.
 */
final class QueuedPasswordEncoder implements PasswordEncoder {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final PasswordEncoder encoder;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /**
     * @param atOnce how many are computed at the same time
     * @param waiting how many wait for that at most
     * @param patience how long one waits at most
     */
    QueuedPasswordEncoder(PasswordEncoder encoder, int atOnce, int waiting, Duration patience) {
        this.encoder = encoder;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform()
                        .name("passwords-", 1)
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return computed(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return computed(() -> encoder.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash); // reads its parameters, and computes nothing
    }

    /** How many have to wait for one before them. */
    int waiting() {
        return threads.getQueue().size();
    }

    private <R extends @Nullable Object> R computed(Callable<R> work) {
        FutureTask<R> task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException crowded) {
            throw tooMany();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A password could not be hashed", failure.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw tooMany();
        } finally {
            task.cancel(false);
            threads.remove(task); // nobody waits for it any more
        }
    }

    private static ProblemException tooMany() {
        return Problems.unavailable("So many passwords are being checked; try again in a moment", AGAIN);
    }
}
