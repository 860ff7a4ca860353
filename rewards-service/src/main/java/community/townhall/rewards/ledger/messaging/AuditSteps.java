/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.messaging;

import community.townhall.rewards.ledger.ContinuousAudit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes the steps of the audit, for a twentieth of the time at most. */
@Component
final class AuditSteps implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditSteps.class);
    private static final Duration AT_REST = Duration.ofSeconds(3);
    private static final int SHARE = 20;

    private final ContinuousAudit audit;
    private volatile boolean running;
    private @Nullable Thread thread;

    AuditSteps(ContinuousAudit audit) {
        this.audit = audit;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("ledger-audit").start(this::stepOnAndOn);
    }

    private void stepOnAndOn() {
        while (running) {
            Duration pause = AT_REST;
            try {
                long begun = System.nanoTime();
                if (audit.step()) {
                    pause = Duration.ofNanos(SHARE * (System.nanoTime() - begun));
                }
            } catch (RuntimeException e) {
                log.warn("The audit goes on after: {}", e.toString());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
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
