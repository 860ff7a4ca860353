/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets a request in when every limit that concerns it has room. */
public final class RateLimits {

    private final List<RateLimit> limits;
    private final Buckets buckets;

    public RateLimits(List<RateLimit> limits, Buckets buckets) {
        this.limits = List.copyOf(limits);
        this.buckets = buckets;
    }

    /** Which limit was hit, and when there is room again. */
    public record Refusal(RateLimit limit, Duration untilRoom) {

        /** Rounded up: who waits this long is let in. */
        public long secondsToWait() {
            return Math.max(1, untilRoom.plusMillis(999).toSeconds());
        }
    }

    /** Counts the request; empty when it is let in. */
    public Optional<Refusal> admit(Visit visit) {
        for (RateLimit limit : limits) {
            Optional<String> whose = limit.countedAgainst(visit);
            if (whose.isPresent()) {
                Duration wait = buckets.take(limit, whose.get(), limit.takenBy(visit));
                if (wait.isPositive()) {
                    return Optional.of(new Refusal(limit, wait));
                }
            }
        }
        return Optional.empty();
    }
}
