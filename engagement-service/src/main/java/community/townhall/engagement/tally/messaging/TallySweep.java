/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally.messaging;

import community.townhall.engagement.tally.CountChanges;
import community.townhall.engagement.tally.Countable;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.tally.Tally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts what no event led to, and audits tally after tally, at the cost of a twentieth of the time at most: a count that
 * an earlier release left behind, or that was meddled with, is right again once it has been by.
 */
@Component
final class TallySweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TallySweep.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(12);
    private static final int SHARE = 20;
    private static final int SOME = 50;

    private final Tallies tallies;
    private final CountChanges count;
    private final List<Countable> countables;
    private final Counter corrected;
    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable String audited;
    private long nextRound = System.nanoTime();

    TallySweep(Tallies tallies, CountChanges count, List<Countable> countables, MeterRegistry meters) {
        this.tallies = tallies;
        this.count = count;
        this.countables = countables;
        this.corrected = Counter.builder("townhall.tallies.corrected")
                .description("Tallies that an audit found wrong; anything but a few after an upgrade is a fault")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("tally-sweep").start(this::sweepOnAndOn);
    }

    private void sweepOnAndOn() {
        while (running) {
            long begun = System.nanoTime();
            try {
                countables.forEach(
                        countable -> countable.waiting(SOME).forEach((id, type) -> count.on(type, id, countable)));
                if (System.nanoTime() - nextRound >= 0) {
                    auditSome();
                }
            } catch (RuntimeException e) {
                log.warn("The tallies are looked at again after: {}", e.toString());
            }
            long pause = Math.max(SHORTEST_PAUSE.toNanos(), SHARE * (System.nanoTime() - begun));
            try {
                Thread.sleep(Duration.ofNanos(pause));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void auditSome() {
        List<Tally> page = tallies.page(audited, SOME);
        for (Tally tally : page) {
            for (Countable countable : countables) {
                if (countable.areOn(tally.targetType())
                        && count.audit(tally.targetType(), tally.targetId(), countable)) {
                    log.warn("The tally of {} {} was wrong", tally.targetType(), tally.targetId());
                    corrected.increment();
                }
            }
            audited = tally.targetId();
        }
        if (page.size() < SOME) {
            audited = null;
            nextRound = System.nanoTime() + BETWEEN_ROUNDS.toNanos();
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
