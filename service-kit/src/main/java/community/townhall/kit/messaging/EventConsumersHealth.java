/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * UP once the topics stand and the consumers run; DOWN when one has stopped or does not get on. It does not go DOWN with
 * the broker: the service still takes writes then, and their events wait in the outbox.
 */
final class EventConsumersHealth extends AbstractHealthIndicator {

    private final RunningConsumers consumers;

    EventConsumersHealth(RunningConsumers consumers) {
        super("The consumers' health cannot be told");
        this.consumers = consumers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!consumers.isListening()) {
            builder.down().withDetail("waitingFor", "kafka");
            return;
        }
        List<ConsumerState> ill =
                consumers.states().stream().filter(ConsumerState::isIll).toList();
        builder.status(ill.isEmpty() ? Status.UP : Status.DOWN);
        ill.forEach(state -> builder.withDetail(state.name(), state.status() + ": " + state.reason()));
    }
}
