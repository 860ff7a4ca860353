/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.awaitility.Awaitility.await;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.CommentCreated;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.moderation.ContentApproved;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentRejected;
import community.townhall.events.moderation.ContentRemoved;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import community.townhall.kit.test.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** How tests speak to the service: as the others do, through Kafka and HTTP. */
@ServiceTest
@Import(AgainstTheService.Listening.class)
abstract class AgainstTheService {

    /** What the service told the others, in the order it was told of each subject. */
    static final class Told {

        private final Queue<EventEnvelope<?>> events = new ConcurrentLinkedQueue<>();

        List<EventEnvelope<?>> about(String subjectId) {
            return events.stream()
                    .filter(event -> event.subject().equals(subjectId))
                    .toList();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        Told told() {
            return new Told();
        }

        @Bean
        EventConsumer listening(Told told) {
            return EventConsumer.named("listening")
                    .on(ContentScreened.class, told.events::add)
                    .on(ContentApproved.class, told.events::add)
                    .on(ContentRejected.class, told.events::add)
                    .on(ContentHidden.class, told.events::add)
                    .on(ContentRemoved.class, told.events::add)
                    .on(ContentRestored.class, told.events::add)
                    .build();
        }
    }

    @Autowired
    Told told;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    MongoOperations mongo;

    @LocalServerPort
    int port;

    final String author = "author-" + Ids.next();
    final String moderator = TestTokens.moderator("moderator-" + Ids.next());

    String publish(String text) {
        String id = Ids.next();
        send(new PostCreated(post(id, 1, text, null), null), 1);
        return id;
    }

    String comment(String text) {
        String id = Ids.next();
        send(new CommentCreated(comment(id, text)), 1);
        return id;
    }

    /** An answer, handed in. */
    PostState answer(String id, String questionId, String text) {
        return new PostState(
                id,
                author,
                PostKind.ANSWER,
                null,
                List.of(),
                questionId,
                text,
                1,
                null,
                PublicationStatus.PENDING,
                null,
                Instant.now(),
                null,
                null);
    }

    String commentOn(String postId, String text) {
        String id = Ids.next();
        send(new CommentCreated(comment(id, postId, 1, text)), 1);
        return id;
    }

    CommentState comment(String id, String text) {
        return comment(id, 1, text);
    }

    CommentState comment(String id, int revision, String text) {
        return comment(id, "some-post", revision, text);
    }

    CommentState comment(String id, String postId, int revision, String text) {
        return new CommentState(
                id, author, postId, null, text, revision, PublicationStatus.PENDING, Instant.now(), null, null);
    }

    PostState post(String id, int revision, String text, PostState.@Nullable ProposedEdit edit) {
        return new PostState(
                id,
                author,
                PostKind.QUESTION,
                "Title",
                List.of("qubits"),
                null,
                text,
                revision,
                edit,
                PublicationStatus.PENDING,
                null,
                Instant.now(),
                null,
                null);
    }

    void send(Event event, long version) {
        String id = Ids.next();
        Instant now = Instant.now();
        // The broker may still be making the topics when the first test begins.
        await().ignoreExceptions().until(() -> {
            new TestEvents(kafka).resend(id, event, version, now);
            return true;
        });
    }

    /** How the subject stands after that many events about it. */
    ContentStanding standing(String id, int events) {
        await().until(() -> told.about(id).size() >= events);
        return body(told.about(id).get(events - 1));
    }

    static ContentStanding body(EventEnvelope<?> event) {
        return switch (event.data()) {
            case ContentScreened screened -> screened.content();
            case ContentApproved approved -> approved.content();
            case ContentRejected rejected -> rejected.content();
            case ContentHidden hidden -> hidden.content();
            case ContentRemoved removed -> removed.content();
            case ContentRestored restored -> restored.content();
            default -> throw new AssertionError("Not of moderation: " + event);
        };
    }

    JsonNode caseOf(String id) {
        await().until(() -> get("/cases/" + id, moderator).status() == 200);
        return get("/cases/" + id, moderator).body();
    }

    static long version(JsonNode subject) {
        return subject.at("/version").asLong();
    }

    Answer decide(String id, String token, String action, long version) {
        return post(
                "/cases/" + id + "/decision", token, "{\"action\":\"%s\",\"version\":%d}".formatted(action, version));
    }

    Answer get(String path, String token) {
        return client(token).get(path);
    }

    Answer post(String path, String token, String body) {
        return client(token).post(path, body);
    }

    Answer post(String path, String token, String idempotencyKey, String body) {
        return client(token).post(path, body, "Idempotency-Key", idempotencyKey);
    }

    ServiceClient client(@Nullable String token) {
        return ServiceClient.of("moderation", port).as(token);
    }
}
