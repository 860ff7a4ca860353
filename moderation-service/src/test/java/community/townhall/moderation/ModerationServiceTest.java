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
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberState;
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
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
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

        assertThat(standing(publish("Now see https://b.example for more"), 1).standing())
                .isEqualTo(Standing.APPROVED);
    }

    @Test
    void bad_words_are_held_or_rejected_and_the_author_told_under_which_rule() {
        ContentStanding coarse = standing(comment("What a load of b.u.l.l.s.h.i.t"), 1);
        ContentStanding severe = standing(comment("你这个黑 鬼"), 1);

        assertThat(coarse.standing()).isEqualTo(Standing.HELD);
        assertThat(severe.standing()).isEqualTo(Standing.REJECTED);
        assertThat(severe.reasons()).extracting(ContentStanding.Reason::rule).containsExactly("lexicon");
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
                new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                2);
        send(
                new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                2);
        send(new PostCreated(post(id, 1, "first", null)), 1);
        send(new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(3, "Title", "third", Instant.EPOCH))), 3);

        assertThat(standing(id, 3).revision()).isEqualTo(3);
        assertThat(told.about(id))
                .extracting(event -> body(event).revision() + " " + body(event).standing())
                .containsExactly("1 APPROVED", "2 HELD", "3 APPROVED");
        assertThat(told.about(id)).extracting(EventEnvelope::entityVersion).containsExactly(1L, 2L, 3L);
    }

    @Test
    void every_verdict_on_every_revision_is_there_for_moderators_only() {
        String id = publish("first");
        standing(id, 1);
        send(
                new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                2);
        standing(id, 2);

        Answer screenings = get("/screenings/" + id, moderator);
        assertThat(screenings.status()).isEqualTo(200);
        assertThat(screenings.body().at("/items")).hasSize(2);
        assertThat(screenings.body().at("/items/0/verdicts").findValuesAsString("phase"))
                .containsExactly("length", "repeat", "lexicon", "links", "velocity", "new-member");
        assertThat(screenings.text("/items/1/verdicts/2/detail")).isEqualTo("bullshit");
        assertThat(get("/screenings/" + id, TestTokens.member(author)).status()).isEqualTo(403);
        assertThat(get("/screenings/" + Ids.next(), moderator).status()).isEqualTo(404);
    }

    @Test
    void held_content_is_approved_by_a_moderator_and_a_stale_decision_refused() {
        String id = comment("Well, bullshit");
        standing(id, 1);
        JsonNode opened = caseOf(id);
        assertThat(opened.at("/origin").asString()).isEqualTo("SCREENING");
        assertThat(opened.at("/snapshot/text").asString()).isEqualTo("Well, bullshit");
        assertThat(opened.at("/verdicts").findValuesAsString("detail")).contains("bullshit");

        Answer claimed = post("/cases/" + id + "/claim", moderator, "{\"version\":%d}".formatted(version(opened)));
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.text("/status")).isEqualTo("ASSIGNED");
        Answer stale = decide(id, moderator, "APPROVE", version(opened));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("/type")).isEqualTo("urn:townhall:problem:stale-version");
        Answer colleague = decide(id, TestTokens.moderator("colleague"), "APPROVE", version(claimed.body()));
        assertThat(colleague.status()).isEqualTo(409);
        Answer decided = decide(id, moderator, "APPROVE", version(claimed.body()));
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.text("/status")).isEqualTo("CLOSED");

        ContentStanding standing = standing(id, 2);
        assertThat(told.about(id).get(1).data()).isInstanceOf(ContentApproved.class);
        assertThat(standing.standing()).isEqualTo(Standing.APPROVED);
        assertThat(standing.decidedBy()).startsWith("moderator-");
        assertThat(standing.caseId()).isEqualTo(id);
    }

    @Test
    void a_removal_tells_the_author_why_and_is_undone_by_restoring() {
        String id = publish("A harmless text");
        standing(id, 1);
        String body = """
                {"targetType":"POST","targetId":"%s","action":"REMOVE","rule":"off-topic","explanation":"Not about qubits"}
                """.formatted(id);

        Answer removed = call(HttpMethod.POST, "/decisions", moderator, "key-1", body);
        Answer repeated = call(HttpMethod.POST, "/decisions", moderator, "key-1", body);
        Answer other =
                call(HttpMethod.POST, "/decisions", moderator, "key-1", body.replace("Not about qubits", "Otherwise"));

        assertThat(removed.status()).isEqualTo(201);
        assertThat(removed.text("/decision/action")).isEqualTo("REMOVE");
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.body().at("/decisions")).hasSize(1);
        assertThat(other.status()).isEqualTo(422);
        ContentStanding standing = standing(id, 2);
        assertThat(told.about(id).get(1).data()).isInstanceOf(ContentRemoved.class);
        assertThat(standing.reasons()).containsExactly(new ContentStanding.Reason("off-topic", "Not about qubits"));

        Answer reopened =
                post("/cases/" + id + "/reopen", moderator, "{\"version\":%d}".formatted(version(removed.body())));
        assertThat(decide(id, moderator, "RESTORE", version(reopened.body())).status())
                .isEqualTo(200);
        assertThat(standing(id, 3).standing()).isEqualTo(Standing.APPROVED);
        assertThat(told.about(id).get(2).data()).isInstanceOf(ContentRestored.class);
    }

    @Test
    void a_decision_cut_off_before_it_took_effect_is_carried_out_by_the_sweep() {
        String id = comment("This is bullshit again");
        standing(id, 1);
        caseOf(id);
        await().until(() -> Objects.requireNonNull(mongo.getCollection("cases")
                        .find(new Document("_id", id))
                        .first())
                .getList("effects", Document.class)
                .isEmpty());
        // As a service that was killed between the two writes leaves it behind.
        Document decision = new Document("number", 1)
                .append("action", "REJECT")
                .append("revision", 1)
                .append("rule", "insult")
                .append("explanation", "Be kind")
                .append("by", "somebody")
                .append("at", new Date());
        Document effect = new Document("number", 99)
                .append("at", new Date())
                .append("actor", "somebody")
                .append("action", "DECIDED")
                .append("detail", new Document("decision", "REJECT"))
                .append("decision", 1);
        mongo.getCollection("cases")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                        "$set",
                                        new Document("effectsSince", new Date(0))
                                                .append("closed", true)
                                                .append("status", "CLOSED"))
                                .append("$push", new Document("decisions", decision).append("effects", effect)));

        ContentStanding standing = standing(id, 2);
        assertThat(standing.standing()).isEqualTo(Standing.REJECTED);
        assertThat(standing.decidedBy()).isEqualTo("somebody");
        await().until(() ->
                mongo.getCollection("audit").countDocuments(new Document("cause", "case/%s/99".formatted(id))) == 1);
        await().until(() -> !Objects.requireNonNull(mongo.getCollection("cases")
                        .find(new Document("_id", id))
                        .first())
                .containsKey("effectsSince"));
    }

    @Test
    void an_edit_brings_the_case_the_new_text() {
        String id = publish("bullshit");
        standing(id, 1);
        JsonNode opened = caseOf(id);
        send(new PostEdited(post(id, 2, "still bullshit", null)), 2);
        standing(id, 2);

        await().until(() ->
                get("/cases/" + id, moderator).body().at("/snapshot/revision").asInt() == 2);
        assertThat(decide(id, moderator, "APPROVE", version(opened)).status()).isEqualTo(409);

        send(new PostEdited(post(id, 3, "A kind word", null)), 3);
        await().until(() -> get("/cases/" + id, moderator).text("/status").equals("CLOSED"));
    }

    @Test
    void cases_are_listed_page_by_page_for_moderators_only() {
        String first = comment("first bullshit");
        String second = comment("second bullshit");
        caseOf(first);
        caseOf(second);

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = get("/cases?status=OPEN&limit=1&cursor=" + next, moderator);
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(page.body().at("/items").findValuesAsString("targetId"));
            next = page.text("/next");
        } while (!next.isEmpty());
        assertThat(seen).contains(first, second).doesNotHaveDuplicates();
        assertThat(get("/cases", TestTokens.member("anybody")).status()).isEqualTo(403);
        assertThat(get("/cases/" + Ids.next(), moderator).status()).isEqualTo(404);
        Answer noted = post("/cases/" + first + "/notes", moderator, "{\"text\":\"Known troll\"}");
        assertThat(noted.text("/notes/0/text")).isEqualTo("Known troll");
    }

    @Test
    void the_author_has_a_name() {
        send(new MemberJoined(new MemberState(author, "Ada Lovelace", Instant.EPOCH, null)), 1);
        String id = comment("bullshit by name");

        await().until(() -> get("/cases/" + id, moderator).text("/author/name").equals("Ada Lovelace"));
    }

    @Test
    void a_member_reports_a_target_once_and_not_their_own() {
        String id = comment("Something that somebody dislikes");
        standing(id, 1);
        String reporter = TestTokens.member("reporter-" + Ids.next());

        Answer filed = call(HttpMethod.POST, "/reports", reporter, "key", report(id, "SPAM"));
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.text("/caseId")).isEqualTo(id);
        assertThat(call(HttpMethod.POST, "/reports", reporter, "key", report(id, "SPAM"))
                        .body())
                .isEqualTo(filed.body());
        assertThat(post("/reports", reporter, report(id, "SPAM")).status()).isEqualTo(409);
        assertThat(post("/reports", TestTokens.member(author), report(id, "SPAM"))
                        .status())
                .isEqualTo(422);
        Answer unknown = post("/reports", reporter, report(Ids.next(), "SPAM"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/errors/0/field")).isEqualTo("targetId");

        JsonNode opened = caseOf(id);
        assertThat(opened.at("/origin").asString()).isEqualTo("REPORT");
        assertThat(opened.at("/reports")).hasSize(1);
        assertThat(opened.at("/score").asDouble()).isEqualTo(0.5);
    }

    @Test
    void ten_reports_a_day_are_enough_however_many_come_at_once() {
        List<String> targets = new ArrayList<>();
        for (int number = 0; number < 13; number++) {
            targets.add(comment("Text number %d that is different from others".formatted(number)));
        }
        targets.forEach(id -> standing(id, 1));
        String reporter = TestTokens.member("eager-" + Ids.next());

        List<Integer> answers = targets.parallelStream()
                .map(id -> post("/reports", reporter, report(id, "SPAM")).status())
                .toList();

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(10);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(3);
    }

    @Test
    void weighty_reports_hide_the_content_and_dismissing_is_then_no_choice() {
        String id = comment("Something quite hateful in other words");
        standing(id, 1);
        for (int reporter = 0; reporter < 4; reporter++) {
            String token = TestTokens.member("reporter-%d-%s".formatted(reporter, Ids.next()));
            assertThat(post("/reports", token, report(id, "HATE")).status()).isEqualTo(201);
        }

        ContentStanding hidden = standing(id, 2);
        assertThat(told.about(id).get(1).data()).isInstanceOf(ContentHidden.class);
        assertThat(hidden.standing()).isEqualTo(Standing.HIDDEN);
        assertThat(hidden.decidedBy()).isNull();
        assertThat(hidden.reasons()).extracting(ContentStanding.Reason::rule).containsExactly("hate");

        JsonNode open = caseOf(id);
        assertThat(open.at("/status").asString()).isEqualTo("OPEN");
        assertThat(decide(id, moderator, "DISMISS", version(open)).status()).isEqualTo(409);
        assertThat(decide(id, moderator, "RESTORE", version(open)).status()).isEqualTo(200);
        assertThat(standing(id, 3).standing()).isEqualTo(Standing.APPROVED);
    }

    @Test
    void who_was_right_weighs_more_next_time() {
        String reporterId = "keen-" + Ids.next();
        String first = comment("A text that will be removed");
        standing(first, 1);
        post("/reports", TestTokens.member(reporterId), report(first, "SPAM"));
        Answer decided = post("/cases/" + first + "/decision", moderator, """
                {"action":"REMOVE","rule":"spam","explanation":"An advertisement","version":%d}
                """.formatted(version(caseOf(first))));
        assertThat(decided.status()).isEqualTo(200);
        String second = comment("Another text that is as bad");
        standing(second, 1);

        post("/reports", TestTokens.member(reporterId), report(second, "SPAM"));

        assertThat(caseOf(second).at("/score").asDouble()).isEqualTo(2.0 / 3.0);
    }

    @Test
    void deeds_are_entered_once_and_tampering_is_found() {
        String operator = TestTokens.operator("op");
        String id = comment("A bullshit comment for the books");
        standing(id, 1);
        decide(id, moderator, "APPROVE", version(caseOf(id)));
        standing(id, 2);
        await().until(() -> actionsOn(id).size() >= 3);
        assertThat(actionsOn(id)).containsExactlyInAnyOrder("HELD", "CASE_OPENED", "DECIDED");

        Answer before = get("/audit/verification", operator);
        assertThat(before.body().at("/intact").asBoolean()).isTrue();
        assertThat(get("/audit/verification", moderator).status()).isEqualTo(403);
        assertThat(get("/audit", TestTokens.member("anybody")).status()).isEqualTo(403);
        JsonNode entry = get("/audit?limit=100", moderator)
                .body()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/action").asString().equals("DECIDED")
                        && each.at("/subject").asString().equals(id))
                .findFirst()
                .orElseThrow();
        long sequence = entry.at("/sequence").asLong();

        Document decided = new Document("_id", sequence);
        mongo.getCollection("audit").updateOne(decided, new Document("$set", new Document("actor", "somebody else")));
        Answer after = get("/audit/verification", operator);
        mongo.getCollection("audit")
                .updateOne(
                        decided,
                        new Document(
                                "$set", new Document("actor", entry.at("/actor").asString())));

        assertThat(after.body().at("/intact").asBoolean()).isFalse();
        assertThat(after.body().at("/firstBroken").asLong()).isEqualTo(sequence);
        assertThat(get("/audit/verification", operator).body().at("/intact").asBoolean())
                .isTrue();
    }

    private List<String> actionsOn(String id) {
        return get("/audit?limit=100", moderator)
                .body()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/subject").asString().equals(id))
                .map(each -> each.at("/action").asString())
                .toList();
    }

    private JsonNode caseOf(String id) {
        await().until(() -> get("/cases/" + id, moderator).status() == 200);
        return get("/cases/" + id, moderator).body();
    }

    private static long version(JsonNode subject) {
        return subject.at("/version").asLong();
    }

    private Answer decide(String id, String token, String action, long version) {
        return post(
                "/cases/" + id + "/decision", token, "{\"action\":\"%s\",\"version\":%d}".formatted(action, version));
    }

    private static String report(String id, String category) {
        return "{\"targetType\":\"COMMENT\",\"targetId\":\"%s\",\"category\":\"%s\"}".formatted(id, category);
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
        String id = Ids.next();
        Instant now = Instant.now();
        // The broker may still be making the topics when the first test begins.
        await().ignoreExceptions().until(() -> {
            new TestEvents(kafka).resend(id, event, version, now);
            return true;
        });
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
