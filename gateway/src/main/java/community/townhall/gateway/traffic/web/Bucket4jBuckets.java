/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.gateway.traffic.Buckets;
import community.townhall.gateway.traffic.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Allowances in this gateway's memory: several gateways let that many times as much through. */
@Component
class Bucket4jBuckets implements Buckets {

    private static final int MOST = 20_000;

    private final ConcurrentMap<String, Cache<String, Bucket>> buckets = new ConcurrentHashMap<>();

    @Override
    public Duration take(RateLimit limit, String whose, long amount) {
        ConsumptionProbe probe = of(limit).get(whose, key -> full(limit)).tryConsumeAndReturnRemaining(amount);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** A bucket nobody has touched for its period is full again, and need not be kept. */
    private Cache<String, Bucket> of(RateLimit limit) {
        return buckets.computeIfAbsent(
                limit.name(),
                name -> Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterAccess(limit.period())
                        .build());
    }

    private static Bucket full(RateLimit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.amount()).refillGreedy(limit.amount(), limit.period()))
                .build();
    }
}
