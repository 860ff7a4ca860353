/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.content.post.PublishPost;
import community.townhall.events.StableId;
import community.townhall.events.moderation.ContentStanding.Reason;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceTest;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content service as its clients and the other services meet it. */
@ServiceTest
class ContentServiceTest {

    private static final String API = "/api/content";

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    MongoOperations mongo;

    @Autowired
    PublishPost publishPost;

    @LocalServerPort
    int port;

    private final JsonMapper json = new JsonMapper();
    private final String author = "ada-" + Ids.next();
    private final String ada = TestTokens.member(author);
    private final String bob = TestTokens.member("bob-" + Ids.next());
    private final String moderator = TestTokens.moderator("mo");
    private final String operator = TestTokens.operator("op");
    private final String topic = "t" + Ids.next();
    private OtherServices others;

    /** An answer of the service: its status, body and headers. */
    private record Answer(int status, JsonNode body, Map<String, List<String>> headers) {

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

    @BeforeEach
    void set_up_a_topic() {
        others = new OtherServices(kafka);
        send(HttpMethod.PUT, "/topics/" + topic, operator, Map.of("name", "Topic " + topic))
                .expecting(201);
    }

    // ---- writing and screening

    @Test
    void a_post_waits_for_its_screening_and_is_then_published() {
        Answer written =
                write(ada, "QUESTION", "Why is it so?", "I **wonder**.").expecting(201);
        String id = written.id();
        assertThat(written.text("status")).isEqualTo("PENDING");
        assertThat(written.headers().get("Location")).containsExactly(API + "/posts/" + id);
        assertThat(written.text("html")).isEqualTo("<p>I <strong>wonder</strong>.</p>\n");
        get("/posts/" + id, null).expecting(404);
        get("/posts/" + id, bob).expecting(404);
        get("/posts/" + id, ada).expecting(200);
        get("/posts/" + id, moderator).expecting(200);

        others.screen(id, 1, Standing.APPROVED, 1);

        awaitStatus(id, "PUBLISHED");
        Answer published = get("/posts/" + id, null).expecting(200);
        assertThat(published.body().has("publishedAt")).isTrue();
        assertThat(published.body().has("moderation")).isFalse();
        assertThat(published.body().path("author").path("name").asString()).isEqualTo("Member " + author);
        await().untilAsserted(() ->
                assertThat(get("/feeds/latest?topic=" + topic, null).ids()).containsExactly(id));
    }

    @Test
    void a_rejected_post_tells_its_author_why_and_can_be_written_anew() {
        String id = write(ada, "DISCUSSION", "Buy now", "cheap pills").id();
        others.screen(id, 1, Standing.REJECTED, 1, new Reason("lexicon", "It advertises"));
        awaitStatus(id, "REJECTED");

        Answer seen = get("/posts/" + id, ada).expecting(200);
        assertThat(seen.body().path("moderation").toString())
                .contains("\"standing\":\"REJECTED\"", "lexicon", "It advertises", "\"by\":\"machine\"");
        get("/posts/" + id, bob).expecting(404);

        Answer again = edit(
                        ada,
                        id,
                        "Health",
                        "Drink water",
                        seen.body().path("version").asLong())
                .expecting(200);
        assertThat(again.text("status")).isEqualTo("PENDING");
        assertThat(again.body().path("revision").asInt()).isEqualTo(2);
        others.screen(id, 1, Standing.APPROVED, 2); // of the text that is no more
        others.screen(id, 2, Standing.APPROVED, 3);
        awaitStatus(id, "PUBLISHED");
        assertThat(get("/posts/" + id + "/revisions", null).body().path("items").size())
                .isEqualTo(1);
        assertThat(get("/posts/" + id + "/revisions", ada).body().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void an_edit_of_a_published_post_shows_once_it_is_let_through() {
        String id = published(ada, "ARTICLE");
        long version = version(id);

        Answer edited = edit(ada, id, "A new title", "new text", version).expecting(200);
        assertThat(edited.body().path("proposedEdit").path("text").asString()).isEqualTo("new text");
        assertThat(get("/posts/" + id, null).text("text")).isEqualTo("Some text");
        assertThat(get("/posts/" + id, null).body().has("proposedEdit")).isFalse();
        edit(ada, id, "Another title", "other text", version).expecting(409);

        others.screen(id, 2, Standing.REJECTED, 2, new Reason("lexicon", "No"));
        await().untilAsserted(() -> assertThat(get("/posts/" + id, ada)
                        .body()
                        .path("proposedEdit")
                        .path("moderation")
                        .path("standing")
                        .asString(""))
                .isEqualTo("REJECTED"));
        assertThat(get("/posts/" + id, null).text("text")).isEqualTo("Some text");

        edit(ada, id, "A newer title", "newer text", version(id)).expecting(200);
        others.screen(id, 3, Standing.APPROVED, 3);
        await().untilAsserted(
                        () -> assertThat(get("/posts/" + id, null).text("text")).isEqualTo("newer text"));
        assertThat(get("/posts/" + id, null).body().has("editedAt")).isTrue();
        List<Integer> forReaders = get("/posts/" + id + "/revisions", null)
                .body()
                .path("items")
                .valueStream()
                .map(revision -> revision.path("revision").asInt())
                .toList();
        assertThat(forReaders).containsExactly(3, 1);
        assertThat(get("/posts/" + id + "/revisions", moderator)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_moderators_takedown_and_its_reversal_take_effect_whatever_order_they_come_in() {
        String id = published(ada, "DISCUSSION");
        others.hide(id, 1, 2, new Reason("harassment", "Mind your tone"));
        awaitStatus(id, "HIDDEN");
        get("/posts/" + id, null).expecting(404);
        get("/posts/" + id + "/thread", bob).expecting(404);
        assertThat(get("/posts/" + id, ada).body().path("moderation").path("by").asString())
                .isEqualTo("person");
        edit(ada, id, "Sorry", "Sorry", version(id)).expecting(409);

        others.restore(id, 1, 4);
        awaitStatus(id, "PUBLISHED");
        edit(ada, id, "A title", "a milder text", version(id)).expecting(200);
        others.hide(id, 1, 3); // late
        others.screen(id, 2, Standing.HELD, 5); // after it on the same partition
        await().untilAsserted(() -> assertThat(get("/posts/" + id, ada)
                        .body()
                        .path("proposedEdit")
                        .path("moderation")
                        .path("standing")
                        .asString(""))
                .isEqualTo("HELD"));
        assertThat(get("/posts/" + id, null).text("text")).isEqualTo("Some text");
    }

    @Test
    void bad_input_names_the_field_and_the_rule() {
        send(HttpMethod.POST, "/posts", ada, post("QUESTION", " ab ", "text"))
                .expecting(400)
                .naming("title", "Size");
        send(HttpMethod.POST, "/posts", ada, post("QUESTION", "A title", " "))
                .expecting(400)
                .naming("text", "NotBlank");
        send(HttpMethod.POST, "/posts", ada, post("ODE", "A title", "text"))
                .expecting(400)
                .naming("kind", "type");
        send(HttpMethod.POST, "/posts", ada, post("ANSWER", "A title", "text"))
                .expecting(422)
                .naming("kind", "not-an-answer");
        send(
                        HttpMethod.POST,
                        "/posts",
                        ada,
                        Map.of(
                                "kind",
                                "QUESTION",
                                "title",
                                "A title",
                                "text",
                                "x",
                                "topics",
                                List.of(topic, "nowhere")))
                .expecting(422)
                .naming("topics[1]", "exists");
        send(
                        HttpMethod.POST,
                        "/posts",
                        ada,
                        with(post("QUESTION", "A title", "x"), "publishAt", "2001-01-01T00:00:00Z"))
                .expecting(422)
                .naming("publishAt", "future");
        send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "x"), "topics", List.of()))
                .expecting(400)
                .naming("topics", "Size");
        get("/feeds/latest?cursor=nonsense%21", null).expecting(400).naming("cursor", "format");
        get("/feeds/latest?limit=101", null).expecting(400).naming("limit", "Max");
        send(HttpMethod.PUT, "/topics/No%20Slug", operator, Map.of("name", "x"))
                .expecting(422)
                .naming("slug", "format");
    }

    @Test
    void only_those_who_may_do_so_write_announce_import_and_set_up_topics() {
        send(HttpMethod.POST, "/posts", null, post("QUESTION", "A title", "text"))
                .expecting(401);
        send(HttpMethod.POST, "/posts", moderator, post("ANNOUNCEMENT", "A title", "text"))
                .expecting(403);
        write(operator, "ANNOUNCEMENT", "A title", "text").expecting(201);
        send(HttpMethod.PUT, "/topics/mine", ada, Map.of("name", "Mine")).expecting(403);
        send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "text"), "imported", imported("x.org")))
                .expecting(403)
                .naming("imported", "operators");
        String id = published(ada, "QUESTION");
        edit(bob, id, "Mine now", "text", version(id)).expecting(403);
        send(HttpMethod.DELETE, "/posts/" + id, bob, null).expecting(403);
        get("/imports/x.org", ada).expecting(403);
    }

    @Test
    void a_repeated_request_is_answered_alike_and_another_one_under_its_key_is_refused() {
        String key = Ids.next();
        Map<String, Object> body = post("QUESTION", "A title", "text");
        Answer first = sendKeyed("/posts", ada, key, body).expecting(201);
        assertThat(first.id()).isEqualTo(StableId.ofRequest(author, key));

        assertThat(sendKeyed("/posts", ada, key, body).expecting(201).body()).isEqualTo(first.body());
        sendKeyed("/posts", ada, key, post("QUESTION", "Another title", "text"))
                .expecting(422)
                .naming("Idempotency-Key", "reused");
        assertThat(sendKeyed("/posts", bob, key, body).expecting(201).id()).isNotEqualTo(first.id());
    }

    // ---- answers

    @Test
    void a_questions_author_accepts_one_answer_and_it_comes_first() {
        String question = published(ada, "QUESTION");
        assertThat(get("/feeds/unanswered?topic=" + topic, null).status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(get("/feeds/unanswered?topic=" + topic, null).ids()).containsExactly(question));
        String low = answer(bob, question, "low");
        String high = answer(bob, question, "high");
        others.screen(low, 1, Standing.APPROVED, 1);
        others.screen(high, 1, Standing.APPROVED, 1);
        others.tally(high, 1, 5, 1, 2);
        await().untilAsserted(() -> assertThat(answersOf(question)).containsExactly(high, low));
        await().untilAsserted(() -> assertThat(
                        get("/posts/" + question, null).body().path("answers").asInt())
                .isEqualTo(2));
        await().untilAsserted(() ->
                assertThat(get("/feeds/unanswered?topic=" + topic, null).ids()).isEmpty());
        Answer highest = get("/posts/" + high, null);
        assertThat(highest.body().path("score").asInt()).isEqualTo(4);
        assertThat(highest.body().path("comments").asInt()).isEqualTo(2);

        accept(bob, question, low).expecting(403);
        accept(ada, question, question).expecting(422).naming("answerId", "of-this-question");
        accept(ada, question, "nothing").expecting(422).naming("answerId", "exists");
        Answer accepted = accept(ada, question, low).expecting(200);
        assertThat(accepted.text("acceptedAnswerId")).isEqualTo(low);
        assertThat(answersOf(question)).containsExactly(low, high);
        accept(ada, question, high).expecting(200);
        assertThat(answersOf(question)).containsExactly(high, low);
        Answer none = send(HttpMethod.DELETE, "/posts/" + question + "/accepted-answer", ada, null)
                .expecting(200);
        assertThat(none.body().has("acceptedAnswerId")).isFalse();

        others.hide(high, 1, 2);
        await().untilAsserted(() -> assertThat(answersOf(question)).containsExactly(low));
        await().untilAsserted(() -> assertThat(
                        get("/posts/" + question, null).body().path("answers").asInt())
                .isEqualTo(1));
    }

    @Test
    void answers_that_come_and_go_at_once_are_all_counted() {
        String question = published(ada, "QUESTION");
        List<String> answers = Stream.generate(() -> answer(bob, question, "One more"))
                .limit(12)
                .toList();
        answers.forEach(answer -> others.screen(answer, 1, Standing.APPROVED, 1));
        answers.subList(0, 5).forEach(answer -> others.hide(answer, 1, 2));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answersOf(question)).hasSize(7));
        await().untilAsserted(() -> assertThat(
                        get("/posts/" + question, null).body().path("answers").asInt())
                .isEqualTo(7));
    }

    @Test
    void an_answer_that_waits_is_seen_by_its_author_alone() {
        String question = published(ada, "QUESTION");
        String answer = answer(bob, question, "Because.");

        assertThat(answersOf(question)).isEmpty();
        assertThat(get("/posts/" + question + "/thread", bob)
                        .body()
                        .path("answers")
                        .size())
                .isEqualTo(1);
        accept(ada, question, answer).expecting(422).naming("answerId", "published");
        send(HttpMethod.POST, "/posts/" + answer + "/answers", bob, Map.of("text", "to an answer"))
                .expecting(409);
        send(HttpMethod.POST, "/posts/" + answer + "/answers", ada, Map.of("text", "to what I cannot see"))
                .expecting(404);
        send(HttpMethod.POST, "/posts/nothing/answers", bob, Map.of("text", "x"))
                .expecting(404);
    }

    // ---- drafts, schedule, withdrawal

    @Test
    void a_draft_is_its_authors_own_until_published() {
        String id = send(HttpMethod.POST, "/posts", ada, with(post("ARTICLE", "A draft", "text"), "draft", true))
                .expecting(201)
                .id();
        get("/posts/" + id, moderator).expecting(404);
        Answer rewritten = edit(ada, id, "A better draft", "*better*", 1).expecting(200);
        assertThat(rewritten.text("html")).contains("<em>better</em>");
        assertThat(rewritten.text("status")).isEqualTo("DRAFT");
        assertThat(get("/posts?mine=true&status=DRAFT", ada).ids()).contains(id);
        send(HttpMethod.POST, "/posts/" + id + "/publication", bob, Map.of()).expecting(404);

        Answer waiting = send(HttpMethod.POST, "/posts/" + id + "/publication", ada, Map.of())
                .expecting(200);
        assertThat(waiting.text("status")).isEqualTo("PENDING");
        send(HttpMethod.POST, "/posts/" + id + "/publication", ada, Map.of()).expecting(409);
    }

    @Test
    void a_scheduled_post_goes_out_once_when_its_time_comes() throws InterruptedException {
        String later = "2100-01-01T00:00:00Z";
        Answer scheduled = send(
                        HttpMethod.POST, "/posts", ada, with(post("ARTICLE", "One day", "text"), "publishAt", later))
                .expecting(201);
        String id = scheduled.id();
        assertThat(scheduled.text("status")).isEqualTo("SCHEDULED");
        assertThat(scheduled.text("publishAt")).isEqualTo(later);
        Answer back = send(HttpMethod.DELETE, "/posts/" + id + "/publication", ada, null)
                .expecting(200);
        assertThat(back.text("status")).isEqualTo("DRAFT");
        send(HttpMethod.POST, "/posts/" + id + "/publication", ada, Map.of("publishAt", later))
                .expecting(200);

        long version = get("/posts/" + id, ada).body().path("version").asLong();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                Update.update("publishAt", Instant.EPOCH),
                "posts"); // as if its time had come
        List<Thread> instances = Stream.generate(() -> Thread.ofVirtual().start(publishPost::publishDue))
                .limit(8)
                .toList();
        for (Thread instance : instances) {
            instance.join();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo("PENDING"));
        assertThat(version(id)).as("changed once, by one of them").isEqualTo(version + 1);
        others.screen(id, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");
    }

    @Test
    void what_its_author_removes_stays_removed() {
        String id = published(ada, "DISCUSSION");
        send(HttpMethod.DELETE, "/posts/" + id, ada, null).expecting(204);
        get("/posts/" + id, null).expecting(404);
        send(HttpMethod.DELETE, "/posts/" + id, ada, null).expecting(204);

        others.hide(id, 1, 5);
        awaitStanding(id, "HIDDEN");
        others.restore(id, 1, 6);
        awaitStanding(id, "APPROVED");
        assertThat(status(id)).isEqualTo("REMOVED");
        get("/posts/" + id, null).expecting(404);
        String other = published(ada, "DISCUSSION");
        assertThat(get("/posts?mine=true", ada).ids()).doesNotContain(id).contains(other);
        assertThat(get("/posts?mine=true&status=REMOVED", ada).ids()).contains(id);
    }

    // ---- lists

    @Test
    void feeds_page_through_everything_once_and_the_hot_one_follows_the_score() {
        List<String> posts = List.of(
                published(ada, "DISCUSSION"),
                published(ada, "DISCUSSION"),
                published(bob, "ARTICLE"),
                published(bob, "DISCUSSION"),
                published(ada, "EXPERIENCE"));
        others.tally(posts.get(1), 3, 1000, 0, 0);
        others.tally(posts.get(1), 2, 0, 50, 0); // late

        await().untilAsserted(() ->
                assertThat(pages("/feeds/hot?topic=" + topic)).hasSize(5).startsWith(posts.get(1), posts.get(4)));
        await().untilAsserted(() ->
                assertThat(pages("/feeds/latest?topic=" + topic)).containsExactlyElementsOf(posts.reversed()));
        assertThat(get("/feeds/latest", null).ids()).contains(posts.get(4));
        await().untilAsserted(() -> assertThat(
                        get("/members/" + author + "/posts", null).ids())
                .containsExactly(posts.get(4), posts.get(1), posts.get(0)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/topics/" + topic, null)
                                .body()
                                .path("posts")
                                .asInt())
                        .isEqualTo(5));
        JsonNode summary =
                get("/feeds/latest?topic=" + topic, null).body().path("items").path(0);
        assertThat(summary.path("excerpt").asString()).isEqualTo("Some text");
        assertThat(summary.has("text")).isFalse();
    }

    @Test
    void names_follow_what_engagement_tells() {
        String id = published(ada, "DISCUSSION");
        others.memberRenamed(author, "Countess of Lovelace", 2);
        others.memberJoined(author, "Ada"); // late
        await().untilAsserted(() -> assertThat(get("/posts/" + id, null)
                        .body()
                        .path("author")
                        .path("name")
                        .asString())
                .isEqualTo("Countess of Lovelace"));
    }

    @Test
    void the_thread_is_not_sent_again_unless_it_changed() {
        String id = published(ada, "DISCUSSION");
        Answer first = get("/posts/" + id + "/thread", null).expecting(200);
        String etag = Objects.requireNonNull(first.headers().get("ETag")).getFirst();
        client().get()
                .uri(API + "/posts/" + id + "/thread")
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();

        others.tally(id, 1, 3, 0, 0);
        await().untilAsserted(() -> assertThat(get("/posts/" + id + "/thread", null)
                        .body()
                        .path("post")
                        .path("score")
                        .asInt())
                .isEqualTo(3));
    }

    @Test
    void rss_carries_the_newest_posts() {
        String id = published(ada, "ARTICLE");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            String feed = new String(
                    Objects.requireNonNull(client().get()
                            .uri(API + "/topics/" + topic + "/rss")
                            .exchange()
                            .expectHeader()
                            .contentTypeCompatibleWith("application/rss+xml")
                            .expectBody()
                            .returnResult()
                            .getResponseBody()),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(feed).contains("<rss", "<title>A title</title>", "/#/posts/" + id, "Some text");
        });
        get("/topics/nowhere/rss", null).expecting(404);
    }

    // ---- import

    @Test
    void an_operator_imports_history_with_its_own_times_and_authors() {
        String origin = "o" + Ids.next() + ".example";
        Map<String, Object> question =
                with(post("QUESTION", "Old question", "<p>Old <b>text</b></p>"), "imported", imported(origin));
        send(HttpMethod.POST, "/posts", operator, question).expecting(400).naming("Idempotency-Key", "required");
        Answer written = sendKeyed("/posts", operator, "post/1", question).expecting(201);
        String id = StableId.ofImport(origin, "post/1");
        assertThat(written.id()).isEqualTo(id);
        assertThat(written.text("createdAt")).isEqualTo("2018-03-12T21:21:57.200Z");
        assertThat(written.text("html")).contains("<b>text</b>");
        // Neither is published yet: history need not wait.
        String answer = sendKeyed(
                        "/posts/" + id + "/answers",
                        operator,
                        "post/2",
                        Map.of("text", "Old answer", "imported", imported(origin)))
                .expecting(201)
                .id();
        send(
                        HttpMethod.PUT,
                        "/posts/" + id + "/accepted-answer",
                        operator,
                        Map.of("answerId", answer, "imported", Map.of("at", "2018-03-13T00:00:00Z")))
                .expecting(200);
        sendKeyed("/posts", operator, "post/1", question).expecting(201);

        assertThat(get("/imports/" + origin, operator).body().toString())
                .isEqualTo("{\"topics\":0,\"questions\":1,\"answers\":1,\"posts\":2}");
        others.screen(id, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");
        Answer published = get("/posts/" + id, null);
        assertThat(published.text("publishedAt")).isEqualTo("2018-03-12T21:21:57.200Z");
        assertThat(published.text("origin")).isEqualTo(origin);
        assertThat(published.text("acceptedAnswerId")).isEqualTo(answer);
    }

    // ---- what the tests speak

    private String published(String token, String kind) {
        String id = write(token, kind, "A title", "Some text").expecting(201).id();
        others.screen(id, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");
        return id;
    }

    private Answer write(String token, String kind, String title, String text) {
        return send(HttpMethod.POST, "/posts", token, post(kind, title, text));
    }

    private String answer(String token, String questionId, String text) {
        return send(HttpMethod.POST, "/posts/" + questionId + "/answers", token, Map.of("text", text))
                .expecting(201)
                .id();
    }

    private Answer edit(String token, String id, String title, String text, long version) {
        return send(HttpMethod.PUT, "/posts/" + id, token, Map.of("title", title, "text", text, "version", version));
    }

    private Answer accept(String token, String questionId, String answerId) {
        return send(HttpMethod.PUT, "/posts/" + questionId + "/accepted-answer", token, Map.of("answerId", answerId));
    }

    private List<String> answersOf(String questionId) {
        return get("/posts/" + questionId + "/thread", null)
                .body()
                .path("answers")
                .valueStream()
                .map(answer -> answer.path("id").asString())
                .toList();
    }

    private List<String> pages(String path) {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(path + "&limit=2&cursor=" + cursor, null).expecting(200);
            ids.addAll(page.ids());
            cursor = page.text("next");
        } while (!cursor.isEmpty());
        return ids;
    }

    private void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    private void awaitStanding(String id, String standing) {
        await().untilAsserted(() -> assertThat(get("/posts/" + id, ada)
                        .body()
                        .path("moderation")
                        .path("standing")
                        .asString(""))
                .isEqualTo(standing));
    }

    /** As a moderator sees it, or for what is private its author. */
    private String status(String id) {
        Answer seen = get("/posts/" + id, moderator);
        return (seen.status() == 404 ? get("/posts/" + id, ada) : seen).text("status");
    }

    private long version(String id) {
        return get("/posts/" + id, moderator).body().path("version").asLong();
    }

    private Map<String, Object> post(String kind, String title, String text) {
        return Map.of("kind", kind, "title", title, "text", text, "topics", List.of(topic));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(body);
        more.put(field, value);
        return more;
    }

    private static Map<String, Object> imported(String origin) {
        return Map.of("origin", origin, "authorId", "elsewhere-1", "at", "2018-03-12T21:21:57.200Z");
    }

    private Answer get(String path, @Nullable String token) {
        return send(HttpMethod.GET, path, token, null);
    }

    private Answer send(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        return exchange(method, path, token, null, body);
    }

    private Answer sendKeyed(String path, String token, String key, Object body) {
        return exchange(HttpMethod.POST, path, token, key, body);
    }

    private Answer exchange(
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

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
