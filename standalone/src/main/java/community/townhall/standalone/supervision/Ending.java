/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: politely, and after its patience by force. */
public final class Ending {

    private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

    private Ending() {}

    /** @return whether it had to be forced */
    public static boolean of(ProcessHandle process, Duration patience) {
        process.destroy();
        if (isGoneWithin(process, patience)) {
            return false;
        }
        byForce(process);
        return true;
    }

    static void byForce(ProcessHandle process) {
        process.destroyForcibly();
        isGoneWithin(process, AFTER_FORCE);
    }

    private static boolean isGoneWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
