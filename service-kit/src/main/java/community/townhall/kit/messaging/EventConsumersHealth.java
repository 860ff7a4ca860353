/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * UP once the topics stand and the consumers have been started. It does not go DOWN with the broker: the service still
 * takes writes then, and their events wait in the outbox.
 */
final class EventConsumersHealth extends AbstractHealthIndicator {

    private final ConsumerContainers containers;

    EventConsumersHealth(ConsumerContainers containers) {
        super("The consumers' health cannot be told");
        this.containers = containers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (containers.isListening()) {
            builder.up();
        } else {
            builder.down().withDetail("waitingFor", "kafka");
        }
    }
}
