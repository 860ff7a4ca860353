/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import community.townhall.events.EventCatalogue;
import community.townhall.events.EventType;
import community.townhall.kit.messaging.CloudEventAttributes;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** Sends CloudEvents in Kafka's binary content mode. */
final class KafkaEventSender implements EventSender {

    private final KafkaOperations<String, byte[]> kafka;
    private final URI source;

    KafkaEventSender(KafkaOperations<String, byte[]> kafka, String serviceName) {
        this.kafka = kafka;
        this.source = URI.create("/" + serviceName);
    }

    @Override
    public CompletableFuture<?> send(OutboxEntry entry) {
        try {
            return kafka.send(toRecord(entry));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxEntry entry) {
        EventType<?> type = EventCatalogue.named(entry.type())
                .orElseThrow(() -> new IllegalStateException(entry.type() + " is no longer in the event catalogue"));
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(entry.id())
                .withSource(source)
                .withType(entry.type())
                .withSubject(entry.subject())
                .withTime(entry.time().atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create(type.schema()))
                .withDataContentType("application/json")
                .withData(entry.body().getBytes(StandardCharsets.UTF_8))
                // As text: CloudEvents' own integer has 32 bits.
                .withExtension(CloudEventAttributes.ENTITY_VERSION, Long.toString(entry.entityVersion()));
        withExtension(event, CloudEventAttributes.CORRELATION_ID, entry.correlationId());
        withExtension(event, CloudEventAttributes.CAUSATION_ID, entry.causationId());
        CloudEvent built = event.build();
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String>createWriter(
                        type.topic().topicName(), entry.key())
                .writeBinary(built);
        if (entry.traceParent() != null) {
            message.headers()
                    .add(CloudEventAttributes.TRACE_PARENT, entry.traceParent().getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    private static void withExtension(CloudEventBuilder event, String name, @Nullable String value) {
        if (value != null) {
            event.withExtension(name, value);
        }
    }
}
