/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.function.SingletonSupplier;

/** Wires the outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxConfiguration {

    @Bean
    EventSender eventSender(
            KafkaTemplate<String, byte[]> kafka, @Value("${spring.application.name}") String serviceName) {
        return new KafkaEventSender(kafka, serviceName);
    }

    @Bean
    Relay relay(
            MongoOperations mongo, EventSender sender, OutboxProperties properties, Clock clock, MeterRegistry meters) {
        return new Relay(mongo, sender, properties, clock, Ids.next(), meters);
    }

    @Bean
    Outboxes outboxes(MongoOperations mongo, Relay relay, Clock clock) {
        return new Outboxes(mongo, relay, clock);
    }

    @Bean
    OutboxEntryFactory outboxEntryFactory(EventJson json, ObjectProvider<Tracer> tracer) {
        // Asking the bean factory for each event was a fortieth of all that a service does.
        SingletonSupplier<Tracer> found = SingletonSupplier.of(() -> tracer.getIfAvailable(() -> Tracer.NOOP));
        return new OutboxEntryFactory(json, () -> traceParent(found.obtain()));
    }

    @Bean
    AggregatesFactory aggregatesFactory(
            MongoOperations mongo, OutboxEntryFactory entries, Relay relay, OutboxProperties properties, Clock clock) {
        return new AggregatesFactory(mongo, entries, relay, properties, clock);
    }

    @Bean
    Announcements announcements(OutboxEntryFactory entries, Relay relay) {
        return new Announcements(entries, relay);
    }

    /** W3C Trace Context of the current span, absent when tracing is off. */
    private static @Nullable String traceParent(Tracer tracer) {
        Span span = tracer.currentSpan();
        if (span == null || span.isNoop()) {
            return null;
        }
        TraceContext context = span.context();
        return "00-%s-%s-%s"
                .formatted(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }
}
