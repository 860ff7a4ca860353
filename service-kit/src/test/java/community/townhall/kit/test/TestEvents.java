/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.Topic;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventJson;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Plays the other services: sends events of the contract as their relays do. */
public final class TestEvents {

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventJson json = new EventJson();

    public TestEvents(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Sends an event that has just happened, and returns its id once the broker has it. */
    public String send(Event event, long entityVersion) {
        return send(event, entityVersion, Instant.now());
    }

    /** @param at when it happened by the clock of the community */
    public String send(Event event, long entityVersion, Instant at) {
        String id = Ids.next();
        resend(id, event, entityVersion, at);
        return id;
    }

    /** The same event again, as after a relay's or a broker's crash. */
    public void resend(String id, Event event, long entityVersion, Instant at) {
        String topic = EventCatalogue.typeOf(event.getClass()).topic().topicName();
        send(topic, id, event, entityVersion, at);
    }

    /** The same, done once the broker has it; events that are begun one after another arrive in that order. */
    CompletableFuture<?> begin(String id, Event event, long entityVersion, Instant at) {
        String topic = EventCatalogue.typeOf(event.getClass()).topic().topicName();
        return begin(topic, id, event, entityVersion, at);
    }

    /** The same event among a consumer's dead letters, as if it had been laid aside. */
    public void layAside(String group, String id, Event event, long entityVersion, Instant at) {
        String topic = EventCatalogue.typeOf(event.getClass()).topic().deadLetterTopicOf(group);
        send(topic, id, event, entityVersion, at);
    }

    private void send(String topic, String id, Event event, long entityVersion, Instant at) {
        begin(topic, id, event, entityVersion, at).join();
    }

    private CompletableFuture<?> begin(String topic, String id, Event event, long entityVersion, Instant at) {
        String type = EventCatalogue.typeOf(event.getClass()).name();
        byte[] body = json.write(event).getBytes(StandardCharsets.UTF_8);
        return kafka.send(message(topic, event.key(), type, id, event.aggregateId(), entityVersion, at, body));
    }

    /** An event of any type, known or not, with any body. */
    public void sendRaw(
            Topic topic, String key, String type, String id, String subject, long version, Instant at, byte[] body) {
        kafka.send(message(topic.topicName(), key, type, id, subject, version, at, body))
                .join();
    }

    private static ProducerRecord<String, byte[]> message(
            String topic, String key, String type, String id, String subject, long version, Instant at, byte[] body) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/test"))
                .withType(type)
                .withSubject(subject)
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(body)
                .withExtension("entityversion", Long.toString(version))
                .build();
        return KafkaMessageFactory.<String>createWriter(topic, key).writeBinary(event);
    }

    /** Something that is no event at all. */
    public void sendGarbage(Topic topic, String key, String garbage) {
        kafka.send(topic.topicName(), key, garbage.getBytes(StandardCharsets.UTF_8))
                .join();
    }
}
