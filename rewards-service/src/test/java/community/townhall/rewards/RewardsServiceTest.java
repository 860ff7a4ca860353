/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.ConsumerLag;
import community.townhall.kit.outbox.Outboxes;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What members earn, as the other services' events come in and people look at it. */
@ServiceTest
class RewardsServiceTest {

    private static final Instant MONDAY = Instant.parse("2018-03-12T10:00:00Z");

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    ConsumerLag lag;

    @Autowired
    Outboxes outboxes;

    @LocalServerPort
    int port;

    private final JsonMapper json = new JsonMapper();
    private final String ada = "ada-" + Ids.next();
    private final String bob = "bob-" + Ids.next();

    @Test
    void a_published_post_earns_its_author_points_once() {
        String post = Ids.next();
        PostPublished published = new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED));
        String eventId = events().send(published, 2, MONDAY);
        events().resend(eventId, published, 2, MONDAY);
        settle();

        JsonNode account = own(ada);
        assertThat(account.get("balance").asLong()).isEqualTo(5);
        assertThat(account.get("lifetime").asLong()).isEqualTo(5);
        assertThat(account.get("tier").asString()).isEqualTo("newcomer");
        assertThat(account.get("nextTier").get("name").asString()).isEqualTo("regular");
        assertThat(account.get("earnedToday").asLong()).isZero(); // it was long ago
        JsonNode entries = get("/accounts/me/entries", TestTokens.member(ada)).get("items");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("rule").asString()).isEqualTo("post-published");
        assertThat(entries.get(0).get("subjectId").asString()).isEqualTo(post);
        assertThat(entries.get(0).get("effectiveAt").asString()).isEqualTo(MONDAY.toString());
    }

    private static PostState post(String id, String author, PostKind kind, PublicationStatus status) {
        return new PostState(
                id,
                author,
                kind,
                "A title",
                List.of("java"),
                null,
                "text",
                1,
                null,
                status,
                null,
                MONDAY,
                MONDAY,
                null);
    }

    private JsonNode own(String member) {
        return get("/accounts/me", TestTokens.member(member));
    }

    private JsonNode get(String path, @Nullable String token) {
        return json.readTree(exchange(path, token, 200));
    }

    private byte[] exchange(String path, @Nullable String token, int status) {
        RestTestClient.RequestHeadersSpec<?> request = client().get().uri("/api/rewards" + path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return Objects.requireNonNull(request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    /** Until nothing is left to read and nothing to deliver: an event may be between the two, so more than once. */
    private void settle() {
        int[] quiet = {0};
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    long left = lag.all().stream()
                                    .mapToLong(ConsumerLag.OfConsumer::lag)
                                    .sum()
                            + outboxes.pending();
                    quiet[0] = left == 0 ? quiet[0] + 1 : 0;
                    return quiet[0] == 3;
                });
    }

    private TestEvents events() {
        return new TestEvents(kafka);
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
