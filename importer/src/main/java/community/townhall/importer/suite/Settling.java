/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits until nothing is left to do in the suite: every outbox is empty and every consumer has read to the end. Looks
 * twice, since an event between a consumer and the next outbox is in neither.
 */
public final class Settling {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int QUIET_LOOKS = 2;

    private final Suite suite;
    private final Duration limit;

    /** @param limit after which waiting is given up */
    public Settling(Suite suite, Duration limit) {
        this.suite = suite;
        this.limit = limit;
    }

    /** @throws IllegalStateException when the suite has not settled within the limit */
    public void await() {
        long giveUpAt = System.nanoTime() + limit.toNanos();
        int quiet = 0;
        Optional<Long> left = Optional.empty();
        while (quiet < QUIET_LOOKS) {
            left = suite.unsettled();
            quiet = left.equals(Optional.of(0L)) ? quiet + 1 : 0;
            if (quiet < QUIET_LOOKS) {
                if (System.nanoTime() - giveUpAt > 0) {
                    throw new IllegalStateException("The suite did not settle: "
                            + left.map(count -> count + " events are left")
                                    .orElse("a service does not say what is left"));
                }
                pause(BETWEEN_LOOKS);
            }
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        }
    }
}
