/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.Event;
import community.townhall.events.content.TopicChanged;
import community.townhall.events.engagement.MemberProfileChanged;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.messaging.InvalidEventException;
import community.townhall.kit.mongo.Views;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.Versioned;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.test.ServiceContract;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestTokens;
import community.townhall.kit.web.Reference;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kit as a service sees it: a write becomes an event, a view, and every refusal a problem detail. */
@ServiceTest
@TestPropertySource(
        properties = {
            "spring.application.name=sample-service",
            "townhall.service=sample",
            "townhall.messaging.longest-pause=200ms",
            "townhall.messaging.stuck-after=3s",
            "spring.config.import=classpath:townhall-kit.yml"
        })
class SampleServiceTest extends ServiceContract {

    @Document("topics")
    record TopicDocument(@Id String id, long version, String name) implements Versioned {}

    @Document("topicViews")
    record TopicView(@Id String id, long version, String name) {}

    @Document("memberNames")
    record MemberName(@Id String id, long version, String name) {}

    record Renamed(String slug, String name) {}

    enum Kind {
        ONE,
        OTHER
    }

    record NewTopic(
            @Size(min = 3, max = 10) String name,
            @Nullable @Reference String parentId,
            @Nullable @Size(max = 2) List<@Reference String> about,
            @Nullable Integer rank,
            @Nullable Kind kind,
            @Nullable Instant at) {}

    @RestController
    static class SampleController {

        static final AtomicInteger CREATED = new AtomicInteger();

        @Public
        @GetMapping("/api/sample/open")
        Map<String, String> open(@Nullable Caller caller) {
            return Map.of("caller", caller == null ? "nobody" : caller.memberId());
        }

        @Members
        @PostMapping("/api/sample/topics")
        Map<String, String> create(Caller caller, @Valid @RequestBody NewTopic topic) {
            CREATED.incrementAndGet();
            return Map.of("caller", caller.memberId(), "name", topic.name());
        }

        @Public
        @GetMapping("/api/sample/refused/{kind}")
        Map<String, String> refuse(@PathVariable Refusal.Kind kind) {
            throw refusal(kind);
        }

        static Refusal refusal(Refusal.Kind kind) {
            return switch (kind) {
                case UNKNOWN -> Refusal.unknown("sample", "7");
                case INVALID -> Refusal.invalid("name", "taken", "name must be free");
                case FORBIDDEN -> Refusal.forbidden("name", "operators-only", "Only operators name samples");
                case CONFLICT -> Refusal.conflict("It is closed");
                case KEPT -> Refusal.kept("It says otherwise here");
                case STALE -> Refusal.stale("It has changed");
                case TOO_MANY -> Refusal.tooMany("That is enough");
            };
        }

        @Public
        @GetMapping("/api/sample/things/{id}")
        Map<String, String> thing(
                @PathVariable String id,
                @RequestParam(defaultValue = "20") int limit,
                @RequestParam(required = false) @Nullable String like,
                @RequestParam(required = false) @Nullable List<String> with) {
            return Map.of("id", id);
        }

        @Public
        @GetMapping("/api/sample/large")
        List<String> large() {
            return Collections.nCopies(500_000, "more than any socket holds");
        }

        @Public
        @GetMapping("/api/sample/things/mine")
        Map<String, String> mine() {
            return Map.of();
        }

        @Public
        @DeleteMapping("/api/sample/things/{id}")
        Map<String, String> remove(@PathVariable String id) {
            return Map.of();
        }

        @Hidden
        @GetMapping("/api/sample/forgotten")
        Map<String, String> forgotten() {
            return Map.of();
        }
    }

    @SpringBootApplication
    static class SampleApplication {

        @Bean
        SampleController sampleController() {
            return new SampleController();
        }

        @Bean
        Aggregates<TopicDocument, Renamed> topics(AggregatesFactory aggregates) {
            return aggregates.of(TopicDocument.class, (renamed, version) -> toContract(renamed));
        }

        private static Event toContract(Renamed renamed) {
            return new TopicChanged(renamed.slug(), renamed.name(), "", false);
        }

        @Bean
        Faulty faulty() {
            return new Faulty();
        }

        @Bean
        EventConsumer copies(Views views, Faulty faulty) {
            return EventConsumer.named("copies")
                    .on(TopicChanged.class, event -> {
                        faulty.mayFail(event.data().slug());
                        views.saveIfNewer(new TopicView(
                                event.data().slug(),
                                event.entityVersion(),
                                event.data().name()));
                    })
                    .build();
        }

        /** Of a topic with several partitions, so that two instances can share it. */
        @Bean
        EventConsumer names(Views views) {
            return EventConsumer.named("names")
                    .on(
                            MemberProfileChanged.class,
                            event -> views.saveIfNewer(new MemberName(
                                    event.data().aggregateId(),
                                    event.entityVersion(),
                                    event.data().member().displayName())))
                    .build();
        }
    }

    /** What the handler fails with, for the topics a test names. */
    static class Faulty {

        final Set<String> invalid = ConcurrentHashMap.newKeySet();
        final Set<String> tooDeep = ConcurrentHashMap.newKeySet();
        final Map<String, AtomicInteger> outages = new ConcurrentHashMap<>();

        void mayFail(String slug) {
            if (invalid.contains(slug)) {
                throw new InvalidEventException(slug + " is not to my taste");
            }
            if (tooDeep.contains(slug)) {
                mayFail(slug);
            }
            if (outages.containsKey(slug) && outages.get(slug).getAndDecrement() > 0) {
                throw new TransientDataAccessResourceException("The store is away");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,404,not-found,There is no sample 7,",
        "INVALID,422,invalid,name must be free,taken",
        "FORBIDDEN,403,forbidden,Only operators name samples,operators-only",
        "CONFLICT,409,conflict,It is closed,",
        "KEPT,409,kept,It says otherwise here,",
        "STALE,409,stale-version,It has changed,",
        "TOO_MANY,429,too-many,That is enough,"
    })
    void what_the_domain_refuses_is_a_problem_wherever_it_is_thrown(
            Refusal.Kind kind, int status, String type, String detail, @Nullable String rule) {
        var answer = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/api/sample/refused/" + kind)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:townhall:problem:" + type)
                .jsonPath("$.detail")
                .isEqualTo(detail);
        if (rule == null) {
            answer.jsonPath("$.errors").doesNotExist();
        } else {
            answer.jsonPath("$.errors[0].field")
                    .isEqualTo("name")
                    .jsonPath("$.errors[0].rule")
                    .isEqualTo(rule);
        }
        assertThat(SampleController.refusal(kind).getStackTrace()).isEmpty();
    }

    @Autowired
    Aggregates<TopicDocument, Renamed> topics;

    @Autowired
    MongoOperations mongo;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Faulty faulty;

    @LocalServerPort
    int port;

    private final String slug = Ids.next();

    @Test
    void a_change_reaches_the_view_through_kafka() {
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);
        topics.update(new TopicDocument(slug, 1, "two"), List.of(new Renamed(slug, "two")), Instant.EPOCH);

        await().untilAsserted(() -> assertThat(view()).isEqualTo(new TopicView(slug, 2, "two")));
    }

    @Test
    void a_dead_letter_redriven_after_a_newer_event_changes_nothing() {
        faulty.invalid.add(slug);
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);
        await().untilAsserted(() -> assertThat(deadLettersBody()).contains(slug));
        faulty.invalid.remove(slug);
        topics.update(new TopicDocument(slug, 1, "two"), List.of(new Renamed(slug, "two")), Instant.EPOCH);
        await().untilAsserted(() -> assertThat(view()).isEqualTo(new TopicView(slug, 2, "two")));

        redrive();

        assertThat(view()).isEqualTo(new TopicView(slug, 2, "two"));
        assertThat(deadLettersBody()).doesNotContain(slug);
    }

    @Test
    void a_poison_message_is_laid_aside_and_the_partition_goes_on() {
        kafka.send("content.topic.v1", slug, "no event".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .join();
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);

        await().untilAsserted(() -> assertThat(view()).isEqualTo(new TopicView(slug, 1, "one")));
        assertThat(deadLettersBody()).contains("no event");
        redrive(); // it fails again, and goes to the end
        assertThat(deadLettersBody()).contains("no event");
    }

    @Test
    void an_error_in_a_handler_is_a_dead_letter_and_the_consumer_goes_on() {
        faulty.tooDeep.add(slug);
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);
        await().untilAsserted(() -> assertThat(deadLettersBody()).contains(slug, "StackOverflowError"));
        String next = Ids.next();
        topics.insert(new TopicDocument(next, 1, "next"), List.of(new Renamed(next, "next")), Instant.EPOCH);

        await().untilAsserted(
                        () -> assertThat(mongo.findById(next, TopicView.class)).isNotNull());
        faulty.tooDeep.remove(slug);
        redrive();
        assertThat(view()).isEqualTo(new TopicView(slug, 1, "one"));
        assertThat(deadLettersBody()).doesNotContain(slug);
    }

    @Test
    void as_large_a_message_as_the_broker_takes_can_be_laid_aside() {
        byte[] large = new byte[1_000_000];
        java.util.Arrays.fill(large, (byte) 'x');
        kafka.send("content.topic.v1", slug, large).join();

        await().untilAsserted(() -> assertThat(deadLettersBody()).contains(slug));
        redrive(); // back to the end
        assertThat(deadLettersBody()).contains(slug);
    }

    @Test
    void a_consumer_that_does_not_get_on_is_not_ready_and_says_why() {
        faulty.outages.put(slug, new AtomicInteger(Integer.MAX_VALUE));
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);
        String next = Ids.next();
        topics.insert(new TopicDocument(next, 1, "next"), List.of(new Renamed(next, "next")), Instant.EPOCH);

        await().untilAsserted(() -> assertThat(readiness()).contains("DOWN", "copies", "STUCK", "The store is away"));
        assertThat(mongo.findById(next, TopicView.class))
                .as("those of other keys")
                .isNotNull();
        assertThat(flow())
                .contains("\"state\":\"STUCK\"", "The store is away")
                .containsPattern("\"oldestSeconds\":[1-9]");
        faulty.outages.remove(slug);
        await().untilAsserted(() -> assertThat(readiness()).doesNotContain("DOWN"));
        await().untilAsserted(() -> assertThat(flow()).contains("\"state\":\"RUNNING\"", "\"oldestSeconds\":0"));
    }

    @Test
    void an_outage_of_what_the_consumer_needs_is_waited_out_and_never_laid_aside() {
        faulty.outages.put(slug, new AtomicInteger(8)); // more often than an unexpected fault is tried
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);

        await().atMost(java.time.Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(view()).isEqualTo(new TopicView(slug, 1, "one")));
        assertThat(deadLettersBody()).doesNotContain(slug);
    }

    @Test
    void flow_shows_nothing_left_to_do_once_all_is_settled() {
        topics.insert(new TopicDocument(slug, 1, "one"), List.of(new Renamed(slug, "one")), Instant.EPOCH);

        await().untilAsserted(() -> client().get()
                .uri("/api/sample/operations/flow")
                .header("Authorization", "Bearer " + TestTokens.operator("op"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outboxPending")
                .isEqualTo(0)
                .jsonPath("$.consumerLag")
                .isEqualTo(0));
    }

    @Test
    void anybody_may_call_what_is_public_and_a_member_is_recognised() {
        client().get()
                .uri("/api/sample/open")
                .exchange()
                .expectBody()
                .jsonPath("$.caller")
                .isEqualTo("nobody");
        client().get()
                .uri("/api/sample/open")
                .header("Authorization", "Bearer " + TestTokens.member("ada"))
                .exchange()
                .expectBody()
                .jsonPath("$.caller")
                .isEqualTo("ada");
    }

    @Test
    void a_handler_that_does_not_say_who_may_call_it_is_closed() {
        client().get()
                .uri("/api/sample/forgotten")
                .header("Authorization", "Bearer " + TestTokens.operator("op"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_member_may_not_do_what_operators_do() {
        client().get()
                .uri("/api/sample/operations/flow")
                .header("Authorization", "Bearer " + TestTokens.member("ada"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:townhall:problem:forbidden");
    }

    @Test
    void bad_input_names_the_field_and_the_rule() {
        String body = post("{\"name\":\"ab\"}");
        assertThat(body)
                .contains("\"field\":\"name\"")
                .contains("\"rule\":\"Size\"")
                .contains("\"status\":400");
        assertThat(post("{\"name\":\"abc\",\"rank\":\"high\"}"))
                .contains("\"field\":\"rank\"")
                .contains("whole number");
        assertThat(post("{\"name\":")).contains("\"rule\":\"json\"");
    }

    private String post(String json) {
        byte[] body = client().post()
                .uri("/api/sample/topics")
                .header("Authorization", "Bearer " + TestTokens.member("ada"))
                .header("Content-Type", "application/json")
                .body(json)
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body == null ? new byte[0] : body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String deadLettersBody() {
        byte[] body = client().get()
                .uri("/api/sample/operations/dead-letters/copies?limit=500")
                .header("Authorization", "Bearer " + TestTokens.operator("op"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body == null ? new byte[0] : body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String flow() {
        byte[] body = client().get()
                .uri("/api/sample/operations/flow")
                .header("Authorization", "Bearer " + TestTokens.operator("op"))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body == null ? new byte[0] : body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void redrive() {
        client().post()
                .uri("/api/sample/operations/dead-letters/copies/redrive")
                .header("Authorization", "Bearer " + TestTokens.operator("op"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private @Nullable TopicView view() {
        return mongo.findById(slug, TopicView.class);
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
