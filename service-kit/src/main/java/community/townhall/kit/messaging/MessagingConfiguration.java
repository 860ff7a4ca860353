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
    ConsumerContainers consumerContainers(
            @Value("${spring.application.name}") String serviceName,
            ObjectProvider<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> consumerFactory,
            KafkaTemplate<String, byte[]> kafka,
            KafkaAdmin admin,
            EventDispatcher dispatcher,
            ObjectProvider<ObservationRegistry> observations,
            MessagingProperties properties) {
        return new ConsumerContainers(
                serviceName,
                consumers.stream().toList(),
                consumerFactory,
                kafka,
                admin,
                dispatcher,
                properties.observation()
                        ? observations.getIfAvailable(() -> ObservationRegistry.NOOP)
                        : ObservationRegistry.NOOP,
                properties);
    }

    @Bean
    EventConsumersHealth eventConsumersHealthIndicator(ConsumerContainers containers) {
        return new EventConsumersHealth(containers);
    }

    @Bean
    DeadLetters deadLetters(
            ObjectProvider<EventConsumer> consumers,
            ConsumerContainers containers,
            ConsumerFactory<String, byte[]> consumerFactory,
            KafkaTemplate<String, byte[]> kafka,
            EventDispatcher dispatcher) {
        List<EventConsumer> all = consumers.stream().toList();
        return new DeadLetters(all, containers, consumerFactory, kafka, dispatcher);
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdminClient(KafkaAdmin admin) {
        return Admin.create(admin.getConfigurationProperties());
    }

    @Bean
    ConsumerLag consumerLag(Admin admin, ConsumerContainers containers, DeadLetters deadLetters) {
        return new ConsumerLag(admin, containers, deadLetters);
    }
}
