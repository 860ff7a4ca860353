/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

/** The consumers of a service under test once more, as another instance beside it runs them. */
public final class SecondInstance implements AutoCloseable {

    private final RunningConsumers consumers;

    @SuppressWarnings("unchecked") // Spring Boot's, whose types are a matter of its settings
    public SecondInstance(ApplicationContext service) {
        ConsumerFactory<String, byte[]> factory = service.getBean(ConsumerFactory.class);
        String name = service.getEnvironment().getRequiredProperty("spring.application.name");
        var declared = service.getBeanProvider(EventConsumer.class).stream()
                .filter(consumer -> !consumer.isBroadcast())
                .toList();
        MessagingProperties properties = service.getBean(MessagingProperties.class);
        this.consumers = new RunningConsumers(
                name,
                declared,
                factory,
                new Topics(service.getBean(Admin.class), declared, name + ".", properties),
                service.getBean(DeadLetterSender.class),
                service.getBean(EventDispatcher.class),
                ObservationRegistry.NOOP,
                properties,
                service.getBean(Clock.class));
        consumers.start();
    }

    /** Whether it has a part in the work of at least one consumer. */
    public boolean takesPart() {
        return consumers.isReading();
    }

    /** Leaves its partitions to the first. */
    @Override
    public void close() {
        consumers.stop();
        consumers.destroy();
    }
}
