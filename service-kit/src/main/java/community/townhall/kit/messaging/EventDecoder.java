/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.EventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** From a Kafka record in CloudEvents' binary content mode to an envelope of the contract. */
final class EventDecoder {

    private final EventJson json;

    EventDecoder(EventJson json) {
        this.json = json;
    }

    /** @throws InvalidEventException when the record is no CloudEvent */
    CloudEvent read(ConsumerRecord<String, byte[]> message) {
        try {
            return KafkaMessageFactory.createReader(message).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new InvalidEventException("Not a CloudEvent in binary mode: " + e.getMessage(), e);
        }
    }

    /** @throws InvalidEventException when an attribute or the body is not as the contract says */
    <E extends Event> EventEnvelope<E> decode(
            CloudEvent event, EventType<E> type, ConsumerRecord<String, byte[]> message) {
        CloudEventData data = required(event.getData(), "data");
        return new EventEnvelope<>(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                required(event.getSubject(), "subject"),
                required(event.getTime(), "time").toInstant(),
                entityVersion(event),
                extension(event, CloudEventAttributes.CORRELATION_ID),
                extension(event, CloudEventAttributes.CAUSATION_ID),
                traceParent(message),
                json.read(data.toBytes(), type.body()));
    }

    private static long entityVersion(CloudEvent event) {
        String value =
                required(extension(event, CloudEventAttributes.ENTITY_VERSION), CloudEventAttributes.ENTITY_VERSION);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new InvalidEventException(CloudEventAttributes.ENTITY_VERSION + " is not a number: " + value, e);
        }
    }

    private static @Nullable String extension(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable String traceParent(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader(CloudEventAttributes.TRACE_PARENT);
        byte @Nullable [] value = header == null ? null : header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static <T> T required(@Nullable T value, String attribute) {
        if (value == null) {
            throw new InvalidEventException("The event has no " + attribute);
        }
        return value;
    }
}
