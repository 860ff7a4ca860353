/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the consumers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingConfiguration {

    @Bean
    EventJson eventJson() {
        return new EventJson();
    }

    @Bean
    EventDispatcher eventDispatcher(EventJson json, Clock clock, MeterRegistry meters) {
        return new EventDispatcher(new EventDecoder(json), clock, meters);
    }

    @Bean
    RunningConsumers runningConsumers(
            @Value("${spring.application.name}") String serviceName,
            ObjectProvider<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> consumerFactory,
            Admin admin,
            DeadLetterSender deadLetters,
            EventDispatcher dispatcher,
            ObjectProvider<ObservationRegistry> observations,
            MessagingProperties properties,
            Clock clock) {
        List<EventConsumer> all = EventConsumer.joined(consumers.orderedStream());
        return new RunningConsumers(
                serviceName,
                all,
                consumerFactory,
                new Topics(admin, all, serviceName + ".", properties),
                deadLetters,
                dispatcher,
                properties.observation()
                        ? observations.getIfAvailable(() -> ObservationRegistry.NOOP)
                        : ObservationRegistry.NOOP,
                properties,
                clock);
    }

    @Bean
    EventConsumersHealth eventConsumersHealthIndicator(RunningConsumers consumers) {
        return new EventConsumersHealth(consumers);
    }

    @Bean
    ConsumerMetrics consumerMetrics(RunningConsumers consumers, ConsumerLag lag, MeterRegistry meters, Clock clock) {
        return new ConsumerMetrics(consumers, lag, meters, clock);
    }

    @Bean
    DeadLetterSender deadLetterSender(KafkaTemplate<String, byte[]> kafka) {
        return new DeadLetterSender(kafka);
    }

    @Bean
    DeadLetterMarks deadLetterMarks(MongoOperations mongo, Admin admin) {
        return new DeadLetterMarks(mongo, admin);
    }

    @Bean
    DeadLetters deadLetters(
            ObjectProvider<EventConsumer> consumers,
            RunningConsumers running,
            ConsumerFactory<String, byte[]> consumerFactory,
            DeadLetterSender sender,
            DeadLetterMarks marks,
            EventDispatcher dispatcher) {
        List<EventConsumer> all = EventConsumer.joined(consumers.orderedStream());
        return new DeadLetters(all, running, consumerFactory, sender, marks, dispatcher);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    ConsumerLag consumerLag(Admin admin, RunningConsumers running, DeadLetters deadLetters, DeadLetterMarks marks) {
        return new ConsumerLag(admin, running, deadLetters, marks);
    }
}
