/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.Event;
import community.townhall.events.PublicationStatus;
import community.townhall.events.SubmittedText;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.SentEvent;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How tests speak to the service: as members over HTTP, as the other services through Kafka. */
@ServiceTest
@TestPropertySource(
        properties = {
            "townhall.engagement.streams.heartbeat=500ms", // tests wait for these
            "townhall.engagement.streams.look-again=1s"
        })
abstract class AgainstTheService {

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40)); // consumers join their groups meanwhile
    }

    static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @LocalServerPort
    int port;

    final String ada = "ada-" + Ids.next();
    final String bob = "bob-" + Ids.next();
    final String cleo = "cleo-" + Ids.next();
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    String publishedPost(String authorId) {
        return publishedPost(authorId, "java");
    }

    /** A post that is published and known to the service. */
    String publishedPost(String authorId, String topic) {
        String id = Ids.next();
        PostState state = post(id, authorId, null);
        send(
                new PostPublished(new PostState(
                        id,
                        authorId,
                        state.kind(),
                        state.title(),
                        List.of(topic),
                        null,
                        "text",
                        1,
                        null,
                        PublicationStatus.PUBLISHED,
                        null,
                        now,
                        justNow(),
                        null)),
                2,
                now);
        await().until(() -> as("probe").put("/follows/post/" + id, null).status() == 200);
        as("probe").delete("/follows/post/" + id);
        return id;
    }

    /** The kinds of what a member was told of, in the order of the alphabet. */
    List<String> kindsTold(String memberId) {
        List<String> kinds = new ArrayList<>();
        as(memberId)
                .get("/notifications?limit=100")
                .body()
                .at("/items")
                .forEach(item -> kinds.add(item.at("/kind").asString()));
        return kinds.stream().sorted().toList();
    }

    PostState post(String id, String authorId, @Nullable String questionId) {
        return new PostState(
                id,
                authorId,
                questionId == null ? PostKind.QUESTION : PostKind.ANSWER,
                questionId == null ? "How?" : null,
                List.of("java"),
                questionId,
                "text",
                1,
                null,
                PublicationStatus.PUBLISHED,
                null,
                now,
                justNow(),
                null);
    }

    static Instant justNow() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static PostState hidden(PostState post) {
        return as(PublicationStatus.HIDDEN, post);
    }

    static PostState removed(PostState post) {
        return as(PublicationStatus.REMOVED, post);
    }

    private static PostState as(PublicationStatus status, PostState post) {
        return new PostState(
                post.id(),
                post.authorId(),
                post.kind(),
                post.title(),
                post.topics(),
                post.questionId(),
                post.text(),
                post.revision(),
                null,
                status,
                null,
                post.createdAt(),
                post.publishedAt(),
                null);
    }

    void judge(String commentId, String authorId, long version, int revision, ContentStanding.Standing standing) {
        boolean kept = standing == ContentStanding.Standing.APPROVED;
        ContentStanding content = new ContentStanding(
                SubmittedText.COMMENT,
                commentId,
                authorId,
                revision,
                standing,
                kept ? List.of() : List.of(new ContentStanding.Reason("harassment", "Be kind")),
                kept ? null : "moderator",
                null,
                now);
        send(kept ? new ContentScreened(content) : new ContentHidden(content), version, now);
    }

    void send(Event event, long version, Instant at) {
        new TestEvents(kafka).send(event, version, at);
    }

    List<String> typesSent(String topic, String subject) {
        return sent(topic, subject).stream().map(SentEvent::type).toList();
    }

    JsonNode lastSent(String topic, String subject) {
        List<SentEvent> sent = sent(topic, subject);
        assertThat(sent).isNotEmpty(); // an assertion: what waits for it tries again
        return JSON.readTree(sent.getLast().body());
    }

    private static List<SentEvent> sent(String topic, String subject) {
        return SentEvent.allOn(topic).stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }

    ServiceClient as(String memberId) {
        return anybody().as(TestTokens.member(memberId));
    }

    ServiceClient anybody() {
        return ServiceClient.of("engagement", port);
    }
}
