/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEdited;
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
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import community.townhall.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The moderation service as the others see it: through Kafka and HTTP. */
@ServiceTest
@Import(ModerationServiceTest.Listening.class)
class ModerationServiceTest {

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

    /** An answer of the service. */
    record Answer(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString();
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

    private final JsonMapper json = JsonMapper.builder().build();
    private final String author = "author-" + Ids.next();
    private final String moderator = TestTokens.moderator("moderator-" + Ids.next());

    @Nested
    class Screening {

        @Test
        void a_plain_post_of_a_new_member_is_approved() {
            String id = publish("How do I measure a qubit?");

            ContentStanding standing = standing(id, 1);
            assertThat(standing.standing()).isEqualTo(Standing.APPROVED);
            assertThat(standing.revision()).isEqualTo(1);
            assertThat(standing.authorId()).isEqualTo(author);
            assertThat(standing.reasons()).isEmpty();
            assertThat(standing.decidedBy()).isNull();
        }

        @Test
        void the_links_of_a_new_member_are_held_until_two_posts_stood() {
            assertThat(standing(publish("See https://a.example for more"), 1).standing())
                    .isEqualTo(Standing.HELD);
            standing(publish("A first contribution to the subject"), 1);
            standing(publish("Another one, about something else"), 1);

            assertThat(standing(publish("Now see https://b.example for more"), 1)
                            .standing())
                    .isEqualTo(Standing.APPROVED);
        }

        @Test
        void bad_words_are_held_or_rejected_and_the_author_told_under_which_rule() {
            ContentStanding coarse = standing(comment("What a load of b.u.l.l.s.h.i.t"), 1);
            ContentStanding severe = standing(comment("你这个黑 鬼"), 1);

            assertThat(coarse.standing()).isEqualTo(Standing.HELD);
            assertThat(severe.standing()).isEqualTo(Standing.REJECTED);
            assertThat(severe.reasons())
                    .extracting(ContentStanding.Reason::rule)
                    .containsExactly("lexicon");
        }

        @Test
        void the_same_text_again_is_held() {
            String saying = "Everybody should read my wonderful newsletter";
            assertThat(standing(comment(saying), 1).standing()).isEqualTo(Standing.APPROVED);
            assertThat(standing(comment(saying + "!!!"), 1).standing()).isEqualTo(Standing.HELD);
        }

        @Test
        void a_revision_is_screened_once_and_a_late_one_not_at_all() {
            String id = Ids.next();
            send(new PostCreated(post(id, 1, "first", null)), 1);
            send(new PostCreated(post(id, 1, "first", null)), 1);
            send(
                    new PostEdited(
                            post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                    2);
            send(
                    new PostEdited(
                            post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                    2);
            send(new PostCreated(post(id, 1, "first", null)), 1);
            send(
                    new PostEdited(
                            post(id, 1, "first", new PostState.ProposedEdit(3, "Title", "third", Instant.EPOCH))),
                    3);

            assertThat(standing(id, 3).revision()).isEqualTo(3);
            assertThat(told.about(id))
                    .extracting(
                            event -> body(event).revision() + " " + body(event).standing())
                    .containsExactly("1 APPROVED", "2 HELD", "3 APPROVED");
            assertThat(told.about(id)).extracting(EventEnvelope::entityVersion).containsExactly(1L, 2L, 3L);
        }

        @Test
        void every_verdict_on_every_revision_is_there_for_moderators_only() {
            String id = publish("first");
            standing(id, 1);
            send(
                    new PostEdited(
                            post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                    2);
            standing(id, 2);

            Answer screenings = get("/screenings/" + id, moderator);
            assertThat(screenings.status()).isEqualTo(200);
            assertThat(screenings.body().at("/items")).hasSize(2);
            assertThat(screenings.body().at("/items/0/verdicts").findValuesAsString("phase"))
                    .containsExactly("length", "repeat", "lexicon", "links", "velocity", "new-member");
            assertThat(screenings.text("/items/1/verdicts/2/detail")).isEqualTo("bullshit");
            assertThat(get("/screenings/" + id, TestTokens.member(author)).status())
                    .isEqualTo(403);
            assertThat(get("/screenings/" + Ids.next(), moderator).status()).isEqualTo(404);
        }
    }

    private String publish(String text) {
        String id = Ids.next();
        send(new PostCreated(post(id, 1, text, null)), 1);
        return id;
    }

    private String comment(String text) {
        String id = Ids.next();
        send(
                new CommentCreated(new CommentState(
                        id, author, Ids.next(), null, text, 1, PublicationStatus.PENDING, Instant.now(), null, null)),
                1);
        return id;
    }

    private PostState post(String id, int revision, String text, PostState.@Nullable ProposedEdit edit) {
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

    private void send(Event event, long version) {
        new TestEvents(kafka).send(event, version);
    }

    /** How the subject stands after that many events about it. */
    private ContentStanding standing(String id, int events) {
        await().until(() -> told.about(id).size() >= events);
        return body(told.about(id).get(events - 1));
    }

    private static ContentStanding body(EventEnvelope<?> event) {
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

    private Answer get(String path, String token) {
        return call(HttpMethod.GET, path, token, null, null);
    }

    private Answer post(String path, String token, String body) {
        return call(HttpMethod.POST, path, token, null, body);
    }

    private Answer call(
            HttpMethod method, String path, String token, @Nullable String idempotencyKey, @Nullable String body) {
        RestTestClient client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        var request = client.method(method)
                .uri("/api/moderation" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (body != null) {
            request.body(body);
        }
        var result = request.exchange().expectBody().returnResult();
        byte[] content = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        String text = content.length == 0 ? "{}" : new String(content, StandardCharsets.UTF_8);
        return new Answer(result.getStatus().value(), json.readTree(text));
    }
}
