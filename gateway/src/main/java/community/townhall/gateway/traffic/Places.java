/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How much one address, or one member, may have going on at once. Nothing is kept of who has nothing going on. */
public final class Places {

    private final int each;
    private final ConcurrentMap<String, Seats> taken = new ConcurrentHashMap<>();

    /** @param each how many places everybody has */
    public Places(int each) {
        this.each = each;
    }

    private record Seats(Semaphore free, int users) {

        Seats with(int more) {
            return new Seats(free, users + more);
        }
    }

    /** Takes a place, if one is free or becomes so in time; false when not. Who was given one has to leave it. */
    public boolean take(String who, Duration patience) {
        Seats seats =
                taken.compute(who, (key, there) -> there == null ? new Seats(new Semaphore(each), 1) : there.with(1));
        boolean given = false;
        try {
            given = seats.free().tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!given) {
                forget(who);
            }
        }
        return given;
    }

    public void leave(String who) {
        @Nullable Seats seats = taken.get(who);
        if (seats == null) {
            throw new IllegalStateException("Nobody took a place for " + who);
        }
        seats.free().release();
        forget(who);
    }

    /** How many have a place, or wait for one. */
    int known() {
        return taken.size();
    }

    private void forget(String who) {
        taken.computeIfPresent(who, (key, there) -> there.users() == 1 ? null : there.with(-1));
    }
}
