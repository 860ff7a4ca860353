/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.authorization.VoidTokens;
import community.townhall.kit.security.Revocations;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The list of void tokens, at most a second old; as it was last known while the store is away. */
final class LatestRevocations implements Supplier<Revocations> {

    private static final Logger log = LoggerFactory.getLogger(LatestRevocations.class);
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

    private final VoidTokens tokens;
    private final AtomicLong askedAt = new AtomicLong(System.nanoTime() - FRESH_NANOS);
    private volatile Revocations latest = Revocations.NONE;

    LatestRevocations(VoidTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Revocations get() {
        long asked = askedAt.get();
        long now = System.nanoTime();
        if (now - asked >= FRESH_NANOS && askedAt.compareAndSet(asked, now)) {
            try {
                latest = tokens.list();
            } catch (DataAccessException away) {
                log.info("The list of void tokens is out of reach: {}", away.toString());
            }
        }
        return latest;
    }
}
