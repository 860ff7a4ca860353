/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.EventType;
import community.townhall.events.SubmittedText;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.events.engagement.MemberState;
import community.townhall.events.engagement.TallyChanged;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Reason;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.CloudEventAttributes;
import community.townhall.kit.messaging.EventJson;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/** Says on Kafka what moderation and engagement would say. */
final class OtherServices {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final KafkaTemplate<String, byte[]> kafka;
    private final EventJson json = new EventJson();

    OtherServices(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    void screen(String postId, int revision, Standing standing, long version, Reason... reasons) {
        send(version, new ContentScreened(standing(postId, revision, standing, null, reasons)));
    }

    void hide(String postId, int revision, long version, Reason... reasons) {
        send(version, new ContentHidden(standing(postId, revision, Standing.HIDDEN, "moderator", reasons)));
    }

    void restore(String postId, int revision, long version) {
        send(version, new ContentRestored(standing(postId, revision, Standing.APPROVED, "moderator")));
    }

    void tally(String postId, long version, long up, long down, long comments) {
        send(version, new TallyChanged(TargetType.POST, postId, Map.of("up", up, "down", down), comments));
    }

    void memberJoined(String memberId, String name) {
        send(1, new MemberJoined(new MemberState(memberId, name, NOW, null)));
    }

    void memberRenamed(String memberId, String name, long version) {
        send(version, new MemberProfileChanged(new MemberState(memberId, name, NOW, null)));
    }

    private static ContentStanding standing(
            String postId, int revision, Standing standing, @Nullable String decidedBy, Reason... reasons) {
        return new ContentStanding(
                SubmittedText.POST, postId, "anybody", revision, standing, List.of(reasons), decidedBy, null, NOW);
    }

    private void send(long version, Event body) {
        EventType<?> type = EventCatalogue.typeOf(body.getClass());
        CloudEvent event = CloudEventBuilder.v1()
                .withId(Ids.next())
                .withSource(URI.create("/" + type.topic().owner() + "-service"))
                .withType(type.name())
                .withSubject(body.aggregateId())
                .withTime(NOW.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(json.write(body).getBytes(StandardCharsets.UTF_8))
                .withExtension(CloudEventAttributes.ENTITY_VERSION, Long.toString(version))
                .build();
        kafka.send(KafkaMessageFactory.<String>createWriter(type.topic().topicName(), body.key())
                        .writeBinary(event))
                .join();
    }
}
