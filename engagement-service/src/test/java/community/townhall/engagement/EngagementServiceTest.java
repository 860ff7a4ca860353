/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.EventType;
import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventJson;
import community.townhall.kit.test.EmbeddedServers;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestTokens;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients and the other services see it. */
@ServiceTest
class EngagementServiceTest {

    private static final String ORIGIN = "quantumcomputing.stackexchange.com";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    EventJson events;

    @LocalServerPort
    int port;

    private final String ada = "ada-" + Ids.next();
    private final String bob = "bob-" + Ids.next();
    private final String cleo = "cleo-" + Ids.next();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    // --- members

    @Test
    void a_member_joins_with_the_name_of_their_account_and_may_change_it() {
        Answer joined = as(ada).put("/members/me", null);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.at("/displayName")).isEqualTo("Member " + ada);
        assertThat(joined.at("/version")).isEqualTo("1");

        Answer renamed = as(ada).put("/members/me", "{\"displayName\":\"  Ada   Lovelace \"}");
        assertThat(renamed.at("/displayName")).isEqualTo("Ada Lovelace");
        assertThat(renamed.at("/version")).isEqualTo("2");
        assertThat(anybody().get("/members/" + ada).body()).isEqualTo(renamed.body());

        await().untilAsserted(() -> assertThat(typesSent("engagement.member.v1", ada))
                .containsExactly("engagement.member.joined.v1", "engagement.member.profile-changed.v1"));
    }

    @Test
    void a_name_that_is_too_long_is_refused_naming_field_and_rule() {
        Answer refused = as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted("x".repeat(81)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/field")).isEqualTo("displayName");
        assertThat(refused.at("/errors/0/rule")).isEqualTo("length");
    }

    // --- reactions

    @Test
    void a_vote_counts_once_and_is_turned_round_by_its_opposite() {
        String post = publishedPost(ada);

        assertThat(as(bob).put("/reactions/post/" + post + "/up", null).text())
                .isEqualTo("{\"targetId\":\"%s\",\"counts\":{\"up\":1},\"mine\":[\"up\"]}".formatted(post));
        as(bob).put("/reactions/post/" + post + "/up", null);
        as(cleo).put("/reactions/post/" + post + "/up", null);
        await().untilAsserted(() -> assertThat(
                        anybody().get("/reactions?target=" + post).at("/items/0/counts"))
                .isEqualTo("{\"up\":2}"));

        assertThat(as(bob).put("/reactions/post/" + post + "/down", null).at("/mine"))
                .isEqualTo("[\"down\"]");
        await().untilAsserted(() -> assertThat(
                        JSON.readTree(anybody().get("/reactions?target=" + post).at("/items/0/counts")))
                .isEqualTo(JSON.readTree("{\"up\":1,\"down\":1}")));

        assertThat(as(bob).delete("/reactions/post/" + post + "/up").at("/mine"))
                .isEqualTo("[\"down\"]");
        assertThat(as(bob).delete("/reactions/post/" + post + "/down").at("/mine"))
                .isEqualTo("[]");
        await().untilAsserted(() -> assertThat(
                        as(cleo).get("/reactions?target=" + post).text())
                .contains("\"counts\":{\"up\":1},\"mine\":[\"up\"]"));
        assertThat(lastSent("engagement.tally.v1", post).at("/reactions/up").asInt())
                .isEqualTo(1);
    }

    @Test
    void nobody_reacts_to_their_own_content_or_to_what_is_not_there() {
        String post = publishedPost(ada);

        Answer own = as(ada).put("/reactions/post/" + post + "/up", null);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.at("/errors/0/rule")).isEqualTo("not-own");
        assertThat(as(bob).put("/reactions/post/" + Ids.next() + "/up", null).status())
                .isEqualTo(404);
        assertThat(as(bob).put("/reactions/post/" + post + "/adore", null).at("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(anybody().put("/reactions/post/" + post + "/up", null).status())
                .isEqualTo(401);
    }

    // --- notifications

    @Test
    void points_are_told_live_and_once() {
        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, null, stream);
        await().until(() -> stream.contains(":connected"));
        PointsAwarded awarded = new PointsAwarded(
                new EntryState("e-" + ada, ada, 1, 5, 5, 5, "post-published", "p1", null, "newcomer", now));

        send(awarded, 1, now);
        send(awarded, 1, now);

        await().until(() ->
                stream.stream().anyMatch(line -> line.startsWith("data:") && line.contains("points-awarded")));
        Answer list = as(ada).get("/notifications");
        assertThat(list.json().at("/items").size()).isEqualTo(1);
        assertThat(list.at("/items/0/facts/amount")).isEqualTo("5");
        assertThat(list.at("/items/0/read")).isEqualTo("false");
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":1}");

        assertThat(as(bob).post("/notifications/read", "{\"all\":true}").status())
                .isEqualTo(204);
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":1}");
        as(ada).post("/notifications/read", "{\"ids\":[\"%s\"]}".formatted(list.at("/items/0/id")));
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":0}");
        reader.interrupt();
    }

    // --- speaking to the service

    private String publishedPost(String authorId) {
        String id = Ids.next();
        send(new PostPublished(post(id, authorId, null)), 2, now);
        await().until(() ->
                as("probe").put("/reactions/post/" + id + "/bookmark", null).status() == 200);
        as("probe").delete("/reactions/post/" + id + "/bookmark");
        return id;
    }

    private PostState post(String id, String authorId, @Nullable String questionId) {
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
                now,
                null);
    }

    private void send(Event event, long version, Instant at) {
        EventType<?> type = EventCatalogue.typeOf(event.getClass());
        kafka.send(KafkaMessageFactory.<String>createWriter(type.topic().topicName(), event.key())
                        .writeBinary(CloudEventBuilder.v1()
                                .withId(Ids.next())
                                .withSource(URI.create("/test"))
                                .withType(type.name())
                                .withSubject(event.aggregateId())
                                .withTime(at.atOffset(ZoneOffset.UTC))
                                .withExtension("entityversion", Long.toString(version))
                                .withData(
                                        "application/json", events.write(event).getBytes(StandardCharsets.UTF_8))
                                .build()))
                .join();
    }

    private List<String> typesSent(String topic, String subject) {
        return sent(topic, subject).stream()
                .map(message ->
                        new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private JsonNode lastSent(String topic, String subject) {
        return JSON.readTree(sent(topic, subject).getLast().value());
    }

    /** All that is on the topic of that aggregate. */
    private static List<ConsumerRecord<String, byte[]>> sent(String topic, String subject) {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedServers.kafka());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition)
                            < java.util.Objects.requireNonNullElse(ends.get(partition), 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    String of = new String(
                            message.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8);
                    if (of.equals(subject)) {
                        found.add(message);
                    }
                });
            }
            return found;
        }
    }

    private Thread read(String memberId, @Nullable String lastEventId, List<String> lines) {
        return Thread.ofVirtual().start(() -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri("/notifications/stream"))
                    .header("Authorization", "Bearer " + TestTokens.member(memberId));
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | InterruptedException | java.io.UncheckedIOException e) {
                // The test is over.
            }
        });
    }

    private Client as(String memberId) {
        return new Client(TestTokens.member(memberId));
    }

    private Client operator() {
        return new Client(TestTokens.operator("operator"));
    }

    private Client anybody() {
        return new Client(null);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/api/engagement" + path);
    }

    record Answer(int status, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        JsonNode body() {
            return json();
        }

        /** The text of a value, or the JSON of what is no value. */
        String at(String pointer) {
            JsonNode node = json().at(pointer);
            return node.isValueNode() ? node.asString() : node.toString();
        }
    }

    final class Client {

        private final @Nullable String token;

        Client(@Nullable String token) {
            this.token = token;
        }

        Answer get(String path) {
            return call("GET", path, null);
        }

        Answer delete(String path) {
            return call("DELETE", path, null);
        }

        Answer put(String path, @Nullable String body, String... headers) {
            return call("PUT", path, body, headers);
        }

        Answer post(String path, String body, String... headers) {
            return call("POST", path, body, headers);
        }

        private Answer call(String method, String path, @Nullable String body, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            try {
                HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
