/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostState;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.ConsumerLag;
import community.townhall.kit.outbox.Outboxes;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import community.townhall.kit.test.TestTokens;
import community.townhall.rewards.entitlement.Unsettled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** How tests speak to the service: as the other services through Kafka, as its clients over HTTP. */
@ServiceTest
abstract class AgainstTheService {

    static final Instant MONDAY = Instant.parse("2018-03-12T10:00:00Z");

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    ConsumerLag lag;

    @Autowired
    Outboxes outboxes;

    @Autowired
    Unsettled unsettled;

    @Autowired
    MongoOperations mongo;

    @LocalServerPort
    int port;

    final String ada = "ada-" + Ids.next();
    final String bob = "bob-" + Ids.next();

    TestEvents events() {
        return new TestEvents(kafka);
    }

    /** Until nothing is left to read and nothing to deliver: an event may be between the two, so more than once. */
    void settle() {
        int[] quiet = {0};
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    long left = lag.all().stream()
                                    .mapToLong(ConsumerLag.OfConsumer::lag)
                                    .sum()
                            + outboxes.pending()
                            + unsettled.waiting()
                            + mongo.count(query(where("due").exists(true)), "jobs");
                    quiet[0] = left == 0 ? quiet[0] + 1 : 0;
                    return quiet[0] == 3;
                });
    }

    static PostState published(String id, String author, Instant at) {
        PublicationStatus status = PublicationStatus.PUBLISHED;
        return new PostState(
                id, author, PostKind.ARTICLE, "Title", List.of(), null, "text", 1, null, status, null, at, at, null);
    }

    static PostState post(String id, String author, PostKind kind, PublicationStatus status) {
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

    JsonNode own(String member) {
        return get("/accounts/me", TestTokens.member(member));
    }

    long balance(String member) {
        return own(member).get("balance").asLong();
    }

    /** The points of these members on that board; other tests' members are on it too. */
    Map<String, Long> places(String board, String... members) {
        String path = "/leaderboards/" + board + (board.contains("?") ? "&" : "?") + "limit=100";
        return get(path, null)
                .get("items")
                .valueStream()
                .filter(place ->
                        List.of(members).contains(place.get("member").get("id").asString()))
                .collect(Collectors.toMap(
                        place -> place.get("member").get("id").asString(),
                        place -> place.get("points").asLong()));
    }

    JsonNode get(String path, @Nullable String token) {
        return client(token).get(path).expecting(200).body();
    }

    ServiceClient client(@Nullable String token) {
        return ServiceClient.of("rewards", port).as(token);
    }
}
