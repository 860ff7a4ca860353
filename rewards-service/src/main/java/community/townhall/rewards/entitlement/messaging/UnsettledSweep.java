/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.messaging;

import community.townhall.rewards.entitlement.SettleEntitlements;
import community.townhall.rewards.entitlement.Unsettled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Books what has settled. Several instances may meet over one merit: the ledger lets it happen once. */
@Component
final class UnsettledSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UnsettledSweep.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Side by side, so that their reads and writes share round trips. */
    private static final int AT_ONCE = 24;

    private final SettleEntitlements settle;
    private final Unsettled unsettled;
    private volatile boolean running;
    private @Nullable Thread thread;

    UnsettledSweep(SettleEntitlements settle, Unsettled unsettled) {
        this.settle = settle;
        this.unsettled = unsettled;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("unsettled-sweep").start(this::sweepOnAndOn);
    }

    private void sweepOnAndOn() {
        try (ExecutorService side = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("unsettled-", 1).factory())) {
            while (running) {
                if (!sweep(side)) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there may be more that is due */
    private boolean sweep(ExecutorService side) throws InterruptedException {
        try {
            List<Unsettled.Waiting> due = unsettled.due(AT_ONCE);
            for (var settled : side.invokeAll(due.stream().map(this::settling).toList())) {
                settled.get();
            }
            return due.size() == AT_ONCE;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.warn("What has not settled is tried again: {}", e.toString());
            return false;
        }
    }

    private Callable<Void> settling(Unsettled.Waiting waiting) {
        return () -> {
            settle.settle(waiting);
            return null;
        };
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
