/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
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
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How tests speak to the service: as its clients over HTTP, as the other services through Kafka. */
@ServiceTest
abstract class AgainstTheService {

    static final String API = "/api/content";

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @LocalServerPort
    int port;

    final JsonMapper json = new JsonMapper();
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
        return (seen.status() == 404 ? get("/posts/" + id, ada) : seen).text("status");
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
        return send(HttpMethod.GET, path, token, null);
    }

    Answer send(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        return exchange(method, path, token, null, body);
    }

    Answer sendKeyed(String path, String token, String key, Object body) {
        return exchange(HttpMethod.POST, path, token, key, body);
    }

    Answer exchange(
            HttpMethod method, String path, @Nullable String token, @Nullable String key, @Nullable Object body) {
        RestTestClient.RequestBodySpec request =
                client().method(method).uri(java.net.URI.create("http://localhost:" + port + API + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").body(json.writeValueAsString(body));
        }
        var result = request.exchange().expectBody().returnResult();
        byte[] bytes = result.getResponseBody();
        JsonNode node =
                bytes == null || bytes.length == 0 || bytes[0] != '{' ? json.createObjectNode() : json.readTree(bytes);
        Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        result.getResponseHeaders().forEach(headers::put);
        return new Answer(result.getStatus().value(), node, headers);
    }

    RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    /** An answer of the service: its status, body and headers. */
    record Answer(int status, JsonNode body, Map<String, List<String>> headers) {

        String text(String field) {
            return body.path(field).asString("");
        }

        String id() {
            return text("id");
        }

        List<String> ids() {
            return body.path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString())
                    .toList();
        }

        Answer expecting(int expected) {
            assertThat(status).as(() -> "status of " + body).isEqualTo(expected);
            return this;
        }

        Answer naming(String field, String rule) {
            assertThat(body.path("errors").toString())
                    .contains("\"field\":\"" + field + "\"")
                    .contains("\"rule\":\"" + rule + "\"");
            return this;
        }
    }
}
