/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The audit for those who ask every second: repeated when it is asked for and old, at the cost of a twentieth of one
 * processor at most, however long the books grow.
 */
final class ContinuousAudit {

    private static final long SHORTEST_AGE = Duration.ofSeconds(3).toNanos();
    private static final int SHARE = 20;

    private final Supplier<LedgerAudit> recompute;
    private final LongSupplier nanoTime;
    private @Nullable LedgerAudit latest;
    private long dueAt;

    ContinuousAudit(Supplier<LedgerAudit> recompute, LongSupplier nanoTime) {
        this.recompute = recompute;
        this.nanoTime = nanoTime;
    }

    synchronized LedgerAudit latest() {
        long now = nanoTime.getAsLong();
        if (latest == null || now - dueAt >= 0) {
            latest = recompute.get();
            long done = nanoTime.getAsLong();
            dueAt = done + Math.max(SHORTEST_AGE, SHARE * (done - now));
        }
        return latest;
    }
}
