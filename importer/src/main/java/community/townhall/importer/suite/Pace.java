/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps what is sent in step with what the suite has dealt with, so that what a member does meanwhile does not wait
 * behind thousands of events of an import. Asks only as often as it has let in what there was room for.
 */
public final class Pace {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Suite suite;
    private final int most;
    private final Duration limit;
    private final AtomicInteger underWay = new AtomicInteger();
    private long room;
    private long fullSince;

    /**
     * @param most events that may be waiting, under way or in an outbox for more to be sent; what is on its way when that is
     *     reached comes on top
     * @param limit after which waiting for room is given up
     */
    public Pace(Suite suite, int most, Duration limit) {
        this.suite = suite;
        this.most = most;
        this.limit = limit;
    }

    /**
     * Sends when there is room.
     *
     * @throws IllegalStateException when there was none within the limit
     */
    public <T> T keep(int writes, Supplier<T> sending) {
        enter(writes);
        try {
            return sending.get();
        } finally {
            underWay.addAndGet(-writes);
        }
    }

    private synchronized void enter(int writes) {
        while (room <= 0) {
            look();
        }
        room -= writes;
        underWay.addAndGet(writes);
    }

    private void look() {
        int onTheirWay = underWay.get(); // asked first: what arrives meanwhile is counted twice, never not at all
        Optional<Long> left = suite.unsettled();
        room = left.map(events -> most - events - onTheirWay).orElse(0L);
        long now = System.nanoTime();
        if (room > 0) {
            fullSince = 0;
            return;
        }
        fullSince = fullSince == 0 ? now : fullSince;
        if (now - fullSince > limit.toNanos()) {
            throw new IllegalStateException("The suite does not keep up: "
                    + left.map(events -> events + " events are left").orElse("a service does not say what is left"));
        }
        Settling.pause(BETWEEN_LOOKS);
    }
}
