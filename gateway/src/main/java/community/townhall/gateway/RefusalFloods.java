/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps a flood of requests from being one of lines: after the first, what comes within a minute is only counted. */
final class RefusalFloods {

    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    /** @param account {@code unknown} for nobody's */
    record Source(String network, String account) {}

    private final SecurityLog log;
    private final Cache<Source, Integer> untold;

    RefusalFloods(SecurityLog log, Ticker ticker) {
        this.log = log;
        this.untold = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<Source, Integer>creating((source, count) -> TOGETHER))
                .ticker(ticker)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener(this::tell)
                .build();
    }

    /** Counts one; whether it is the first in a while, and to be told by itself. */
    boolean isFirst(Source source) {
        return untold.asMap().merge(source, 0, (count, none) -> count + 1) == 0;
    }

    /** Whatever has not been told yet is told now. */
    void end() {
        untold.invalidateAll();
    }

    void endThoseThatAreOver() {
        untold.cleanUp();
    }

    private void tell(@Nullable Source source, @Nullable Integer count, RemovalCause cause) {
        if (source != null && count != null && count > 0 && cause != RemovalCause.REPLACED) {
            log.record(
                    "refused-more",
                    Map.of(
                            "status", "429",
                            "times", String.valueOf(count),
                            "address", source.network(),
                            "account", source.account()));
        }
    }
}
