/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.PublicationStatus;
import community.townhall.events.StableId;
import community.townhall.events.TargetType;
import community.townhall.events.content.AcceptedAnswer;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRemoved;
import community.townhall.events.content.PostRestored;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentRemoved;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberState;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.events.engagement.ReactionWithdrawn;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.ConsumerLag;
import community.townhall.kit.outbox.Outboxes;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestEvents;
import community.townhall.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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

    @Test
    void removal_takes_back_what_author_and_voters_earned_and_restoration_gives_it_again_once() {
        String post = Ids.next();
        String vote = Ids.next();
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 1);
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 2);
        settle();
        assertThat(balance(ada)).isEqualTo(15); // though the vote was told of first
        assertThat(balance(bob)).isEqualTo(1);

        events().send(new PostRemoved(post(post, ada, PostKind.ARTICLE, PublicationStatus.REMOVED)), 3);
        settle();
        assertThat(balance(ada)).isZero();
        assertThat(balance(bob)).isZero();
        assertThat(places("day", ada, bob)).isEmpty();

        PostRestored restored = new PostRestored(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED));
        events().send(restored, 4);
        events().send(restored, 4);
        events().send(new PostHidden(post(post, ada, PostKind.ARTICLE, PublicationStatus.HIDDEN)), 2); // late
        settle();
        assertThat(balance(ada)).isEqualTo(15);
        assertThat(balance(bob)).isEqualTo(1);
        assertThat(places("all-time", ada, bob)).isEqualTo(Map.of(ada, 15L, bob, 1L));
        assertThat(places("day", ada, bob)).isEqualTo(Map.of(ada, 10L, bob, 1L)); // the post is of long ago
        assertThat(amounts(ada)).hasSize(6).containsOnly(5L, 10L, -5L, -10L);
        assertThat(imbalance()).isZero();
    }

    @Test
    void a_vote_withdrawn_or_turned_earns_nothing_and_given_again_earns_once() {
        String post = Ids.next();
        String vote = Ids.next();
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 1);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 1);
        events().send(new ReactionWithdrawn(vote(vote, TargetType.POST, post, ada, bob, "up", false)), 2);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 3);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "down", true)), 4);
        settle();
        assertThat(balance(ada)).isEqualTo(5);
        assertThat(balance(bob)).isZero();

        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 5);
        events().send(new ReactionGiven(vote(Ids.next(), TargetType.POST, post, ada, bob, "thanks", true)), 1);
        settle();
        assertThat(balance(ada)).isEqualTo(15);
        assertThat(balance(bob)).isEqualTo(1);
    }

    @Test
    void nobody_earns_by_votes_on_their_own_or_by_accepting_their_own_answer() {
        String question = Ids.next();
        String answer = Ids.next();
        events().send(new PostPublished(post(question, ada, PostKind.QUESTION, PublicationStatus.PUBLISHED)), 1);
        events().send(new PostPublished(answer(answer, ada, question, PublicationStatus.PUBLISHED)), 1);
        events().send(new ReactionGiven(vote(Ids.next(), TargetType.POST, question, ada, ada, "up", true)), 1);
        events().send(
                        new AnswerAccepted(
                                post(question, ada, PostKind.QUESTION, PublicationStatus.PUBLISHED),
                                new AcceptedAnswer(answer, ada),
                                null),
                        2);
        settle();

        assertThat(balance(ada)).isEqualTo(5 + 10);
    }

    @Test
    void an_accepted_answer_earns_its_author_and_the_asker_and_a_change_of_mind_moves_it() {
        String question = Ids.next();
        String first = Ids.next();
        String second = Ids.next();
        String cy = "cy-" + Ids.next();
        PostState asked = post(question, ada, PostKind.QUESTION, PublicationStatus.PUBLISHED);
        events().send(new AnswerAccepted(asked, new AcceptedAnswer(first, bob), null), 2);
        events().send(new PostPublished(asked), 1);
        events().send(new PostPublished(answer(first, bob, question, PublicationStatus.PUBLISHED)), 1);
        events().send(new PostPublished(answer(second, cy, question, PublicationStatus.PUBLISHED)), 1);
        settle();
        assertThat(balance(ada)).isEqualTo(5 + 2);
        assertThat(balance(bob)).isEqualTo(10 + 15);

        events().send(new AnswerAccepted(asked, new AcceptedAnswer(second, cy), new AcceptedAnswer(first, bob)), 3);
        settle();
        assertThat(balance(ada)).isEqualTo(5 + 2);
        assertThat(balance(bob)).isEqualTo(10);
        assertThat(balance(cy)).isEqualTo(10 + 15);

        events().send(new AnswerUnaccepted(asked, new AcceptedAnswer(second, cy)), 4);
        settle();
        assertThat(balance(ada)).isEqualTo(5);
        assertThat(balance(cy)).isEqualTo(10);
    }

    @Test
    void comments_earn_up_to_the_cap_of_the_day_they_were_written_on() {
        for (int i = 0; i < 12; i++) {
            events().send(new CommentPublished(comment("c" + i + ada, MONDAY.plusSeconds(i))), 1, MONDAY);
        }
        events().send(new CommentPublished(comment("c12" + ada, MONDAY.plusSeconds(86_400))), 1, MONDAY);
        settle();
        assertThat(balance(ada)).isEqualTo(10 + 1);
        assertThat(amounts(ada)).hasSize(13);
        assertThat(get("/accounts/me/entries?limit=5", TestTokens.member(ada)).get("items"))
                .hasSize(5);

        events().send(new CommentRemoved(removed(comment("c0" + ada, MONDAY))), 2, MONDAY);
        settle();
        assertThat(balance(ada)).isBetween(10L, 11L); // what was removed may be one that the cap had cut
        assertThat(imbalance()).isZero();
    }

    @Test
    void leaderboards_go_by_when_the_points_were_earned_whatever_the_order_they_are_told_in() {
        LocalDate monday = LocalDate.parse("1999-03-01");
        for (int daysLater : List.of(2, 0, 7, 1, 40)) {
            Instant at = monday.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
            events().send(new PostPublished(published(Ids.next(), ada, at)), 1, at);
        }
        events().send(new PostPublished(published(Ids.next(), bob, Instant.parse("1999-03-01T23:59:59Z"))), 1);
        events().send(new MemberJoined(new MemberState(ada, "Ada", MONDAY, null)), 1);
        settle();

        assertThat(places("day?date=1999-03-01", ada, bob)).isEqualTo(Map.of(ada, 5L, bob, 5L));
        assertThat(places("day?date=1999-03-03", ada, bob)).isEqualTo(Map.of(ada, 5L));
        assertThat(places("week?date=1999-03-07", ada, bob)).isEqualTo(Map.of(ada, 15L, bob, 5L));
        assertThat(places("month?date=1999-03-31", ada, bob)).isEqualTo(Map.of(ada, 20L, bob, 5L));
        assertThat(places("all-time", ada, bob)).isEqualTo(Map.of(ada, 25L, bob, 5L));

        JsonNode week = get("/leaderboards/week?date=1999-03-03", null);
        assertThat(week.get("from").asString()).isEqualTo("1999-03-01");
        assertThat(week.get("to").asString()).isEqualTo("1999-03-07");
        assertThat(week.get("items").get(0).get("member").get("name").asString())
                .isEqualTo("Ada");
        assertThat(week.get("items").get(0).get("rank").asInt()).isEqualTo(1);
        JsonNode day = get("/leaderboards/day?date=1999-03-01", null);
        assertThat(day.get("items").get(1).get("rank").asInt()).isEqualTo(1); // a tie
        assertThat(text(exchange("/leaderboards/decade", null, 404))).contains("not-found");
        assertThat(text(exchange("/leaderboards/day?date=soon", null, 400))).contains("\"field\":\"date\"");
    }

    @Test
    void operators_change_a_rule_for_later_awards() {
        JsonNode rule = rule("post-published");
        long version = rule.get("version").asLong();
        events().send(new PostPublished(published(Ids.next(), ada, MONDAY)), 1);
        settle();
        String change = "{\"amount\":7,\"dailyCap\":9,\"enabled\":true,\"version\":%d}";
        String path = "/rules/post-published";
        assertThat(send("PUT", path, TestTokens.moderator(ada), change.formatted(version), null, 403))
                .contains("forbidden");
        send("PUT", path, TestTokens.operator("op"), change.formatted(version), null, 200);
        try {
            assertThat(send("PUT", path, TestTokens.operator("op"), change.formatted(version), null, 409))
                    .contains("stale-version");
            assertThat(send("PUT", path, TestTokens.operator("op"), "{\"amount\":-1,\"enabled\":true}", null, 400))
                    .contains("\"field\":\"amount\"")
                    .contains("\"field\":\"version\"");
            send("PUT", "/rules/no-such-rule", TestTokens.operator("op"), change.formatted(version), null, 404);
            events().send(new PostPublished(published(Ids.next(), bob, MONDAY)), 1);
            events().send(new PostPublished(published(Ids.next(), bob, MONDAY)), 1);
            settle();
            assertThat(balance(ada)).isEqualTo(5);
            assertThat(balance(bob)).isEqualTo(9);
        } finally {
            send(
                    "PUT",
                    path,
                    TestTokens.operator("op"),
                    "{\"amount\":5,\"dailyCap\":50,\"enabled\":true,\"version\":%d}".formatted(version + 1),
                    null,
                    200);
        }
    }

    @Test
    void a_tier_is_reached_and_shown_to_everybody() {
        for (int i = 0; i < 10; i++) {
            Instant at = MONDAY.plus(Duration.ofDays(i));
            events().send(new PostPublished(published(Ids.next(), ada, at)), 1, at);
        }
        settle();

        assertThat(get("/accounts/" + ada, null).get("tier").asString()).isEqualTo("regular");
        assertThat(get("/accounts/" + ada, null).has("balance")).isFalse();
        assertThat(own(ada).get("nextTier").get("at").asLong()).isEqualTo(250);
        assertThat(get("/tiers", null).get("items")).hasSize(5);
        exchange("/accounts/" + Ids.next(), null, 404);
    }

    @Test
    void badges_are_brought_along_once() {
        String origin = "origin-" + Ids.next();
        String badge = """
                {"memberId":"%s","name":"Student","badgeClass":"BRONZE",
                 "imported":{"origin":"%s","at":"2018-03-12T10:00:00Z"}}""".formatted(ada, origin);
        String operator = TestTokens.operator("op");
        String created = send("POST", "/badges", operator, badge, "badge/4", 201);
        assertThat(send("POST", "/badges", operator, badge, "badge/4", 201)).isEqualTo(created);
        assertThat(json.readTree(created).get("id").asString()).isEqualTo(StableId.ofImport(origin, "badge/4"));
        assertThat(send("POST", "/badges", operator, badge.replace("Student", "Teacher"), "badge/4", 422))
                .contains("Idempotency-Key");
        assertThat(send("POST", "/badges", operator, badge, null, 400)).contains("Idempotency-Key");
        assertThat(send("POST", "/badges", operator, badge.replace("BRONZE", "TIN"), "badge/5", 400))
                .contains("\"field\":\"badgeClass\"");
        send("POST", "/badges", TestTokens.member(ada), badge, "badge/6", 403);

        assertThat(get("/members/" + ada + "/badges", null).get("items")).hasSize(1);
        assertThat(get("/imports/" + origin, operator).get("badges").asLong()).isEqualTo(1);
    }

    @Test
    void what_is_not_public_asks_who_is_calling() {
        exchange("/accounts/me", null, 401);
        exchange("/accounts/me/entries", null, 401);
        exchange("/ledger/audit", TestTokens.moderator(ada), 403);
        exchange("/imports/somewhere", TestTokens.member(ada), 403);
        assertThat(own(ada).get("balance").asLong()).isZero();
        assertThat(text(exchange("/accounts/me/entries?cursor=x", TestTokens.member(ada), 400)))
                .contains("\"field\":\"cursor\"");
        assertThat(get("/operations/flow", TestTokens.operator("op"))
                        .get("ledgerImbalance")
                        .asLong())
                .isZero();
    }

    private JsonNode rule(String id) {
        return get("/rules", null)
                .get("items")
                .valueStream()
                .filter(rule -> rule.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long balance(String member) {
        return own(member).get("balance").asLong();
    }

    private List<Long> amounts(String member) {
        return get("/accounts/me/entries?limit=100", TestTokens.member(member))
                .get("items")
                .valueStream()
                .map(entry -> entry.get("amount").asLong())
                .toList();
    }

    private long imbalance() {
        return get("/ledger/audit", TestTokens.operator("op")).get("imbalance").asLong();
    }

    /** The points of these members on that board; other tests' members are on it too. */
    private Map<String, Long> places(String board, String... members) {
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

    private static PostState published(String id, String author, Instant at) {
        PublicationStatus status = PublicationStatus.PUBLISHED;
        return new PostState(
                id, author, PostKind.ARTICLE, "Title", List.of(), null, "text", 1, null, status, null, at, at, null);
    }

    private static PostState answer(String id, String author, String question, PublicationStatus status) {
        return new PostState(
                id,
                author,
                PostKind.ANSWER,
                null,
                List.of(),
                question,
                "text",
                1,
                null,
                status,
                null,
                MONDAY,
                MONDAY,
                null);
    }

    private ReactionState vote(
            String id, TargetType type, String target, String author, String voter, String kind, boolean active) {
        return new ReactionState(id, type, target, author, voter, kind, active, Instant.now(), null);
    }

    private CommentState comment(String id, Instant at) {
        return new CommentState(id, ada, "post", null, "text", 1, PublicationStatus.PUBLISHED, at, at, null);
    }

    private static CommentState removed(CommentState comment) {
        return new CommentState(
                comment.id(),
                comment.authorId(),
                comment.postId(),
                null,
                comment.text(),
                1,
                PublicationStatus.REMOVED,
                comment.createdAt(),
                comment.publishedAt(),
                null);
    }

    private String send(
            String method, String path, String token, String body, @Nullable String idempotencyKey, int status) {
        RestTestClient.RequestBodySpec request = client().method(HttpMethod.valueOf(method))
                .uri("/api/rewards" + path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return text(Objects.requireNonNull(request.body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody()));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
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
