/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.EventCatalogue;
import community.townhall.events.EventEnvelope;
import community.townhall.events.EventType;
import community.townhall.kit.causality.Causality;
import community.townhall.kit.id.Ids;
import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Takes a record to the handler of its type, within the causality of its event. */
final class EventDispatcher {

    private final EventDecoder decoder;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Kind, Effects> effectsOf = new ConcurrentHashMap<>();

    EventDispatcher(EventDecoder decoder, Clock clock, MeterRegistry meters) {
        this.decoder = decoder;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * @param message one that {@link #concerns} the consumer
     * @throws InvalidEventException when the record can never be processed
     */
    void dispatch(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        CloudEvent event = decoder.read(message);
        Optional<EventType<?>> type = EventCatalogue.named(event.getType());
        if (type.isEmpty()) {
            Counter.builder("townhall.events.unknown")
                    .description("Events of types this release does not know, passed over")
                    .tag("consumer", consumer.name())
                    .tag("topic", message.topic())
                    .register(meters)
                    .increment();
            return;
        }
        EventEnvelope<?> envelope = decoder.decode(event, type.get(), message);
        MDC.put("correlationId", envelope.correlationId());
        MDC.put("eventId", envelope.id());
        try {
            new Causality(envelope.correlationId(), envelope.id()).call(() -> {
                consumer.handle(envelope);
                return null;
            });
        } finally {
            MDC.remove("correlationId");
            MDC.remove("eventId");
        }
        Effects effects =
                effectsOf.computeIfAbsent(new Kind(consumer.name(), envelope.type()), kind -> Effects.of(kind, meters));
        effects.handled().increment();
        Ids.madeAt(envelope.id())
                .ifPresent(writtenAt -> effects.latency().record(Duration.between(writtenAt, clock.instant())));
    }

    /** Most of what is on a topic is for others; a look at one header tells. */
    static boolean concerns(EventConsumer consumer, ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_type");
        byte @Nullable [] type = header == null ? null : header.value();
        return type == null
                || EventCatalogue.named(new String(type, StandardCharsets.UTF_8))
                        .map(consumer::handles)
                        .orElse(true);
    }

    private record Kind(String consumer, String type) {}

    /**
     * What is measured of a kind of event.
     *
     * @param latency from when the event was written down (which its version 7 id tells) to when its effect stands
     */
    private record Effects(Counter handled, Timer latency) {

        static Effects of(Kind kind, MeterRegistry meters) {
            return new Effects(
                    Counter.builder("townhall.events.handled")
                            .description("Events whose effect stands")
                            .tag("consumer", kind.consumer())
                            .register(meters),
                    Timer.builder("townhall.events.latency")
                            .description("From the accepted write to the event's effect in this consumer")
                            .tag("consumer", kind.consumer())
                            .tag("type", kind.type())
                            .publishPercentileHistogram()
                            .minimumExpectedValue(Duration.ofMillis(1))
                            .maximumExpectedValue(Duration.ofMinutes(1))
                            .register(meters));
        }
    }
}
