/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;

/** How tests speak to the service: as its clients over HTTP, as the other services through Kafka. */
@ServiceTest
abstract class AgainstTheService {

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @LocalServerPort
    int port;

    final String author = "ada-" + Ids.next();
    final String ada = TestTokens.member(author);
    final String bob = TestTokens.member("bob-" + Ids.next());
    final String moderator = TestTokens.moderator("mo");
    final String operator = TestTokens.operator("op");
    final String topic = "t" + Ids.next();
    OtherServices others;

    @BeforeEach
    void set_up_a_topic() {
        others = new OtherServices(kafka);
        send(HttpMethod.PUT, "/topics/" + topic, operator, Map.of("name", "Topic " + topic))
                .expecting(201);
    }

    String published(String token, String kind) {
        String id = write(token, kind, "A title", "Some text").expecting(201).id();
        others.screen(id, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");
        return id;
    }

    Answer write(String token, String kind, String title, String text) {
        return send(HttpMethod.POST, "/posts", token, post(kind, title, text));
    }

    Answer edit(String token, String id, String title, String text, long version) {
        return send(HttpMethod.PUT, "/posts/" + id, token, Map.of("title", title, "text", text, "version", version));
    }

    void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    /** As a moderator sees it, or for what is private its author. */
    String status(String id) {
        Answer seen = get("/posts/" + id, moderator);
        return (seen.status() == 404 ? get("/posts/" + id, ada) : seen).at("/status");
    }

    long version(String id) {
        return get("/posts/" + id, moderator).body().path("version").asLong();
    }

    Map<String, Object> post(String kind, String title, String text) {
        return Map.of("kind", kind, "title", title, "text", text, "topics", List.of(topic));
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(body);
        more.put(field, value);
        return more;
    }

    static Map<String, Object> imported(String origin) {
        return Map.of("origin", origin, "authorId", "elsewhere-1", "at", "2018-03-12T21:21:57.200Z");
    }

    Answer get(String path, @Nullable String token) {
        return client(token).get(path);
    }

    Answer send(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        return client(token).send(method.name(), path, body);
    }

    Answer sendKeyed(String path, String token, String key, Object body) {
        return client(token).post(path, body, "Idempotency-Key", key);
    }

    ServiceClient client(@Nullable String token) {
        return ServiceClient.of("content", port).as(token);
    }
}
