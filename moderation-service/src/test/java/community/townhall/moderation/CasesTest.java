/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostWithdrawn;
import community.townhall.events.engagement.CommentCreated;
import community.townhall.events.engagement.CommentWithdrawn;
import community.townhall.events.engagement.MemberJoined;
import community.townhall.events.engagement.MemberState;
import community.townhall.events.moderation.ContentApproved;
import community.townhall.events.moderation.ContentRemoved;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cases, and what moderators decide in them. */
class CasesTest extends AgainstTheService {

    @Test
    void held_content_is_approved_by_a_moderator_and_a_stale_decision_refused() {
        String id = comment("Well, *bullshit*");
        standing(id, 1);
        JsonNode opened = caseOf(id);
        assertThat(opened.at("/origin").asString()).isEqualTo("SCREENING");
        assertThat(opened.at("/snapshot/text").asString()).isEqualTo("Well, bullshit");
        assertThat(opened.at("/snapshot/html").asString().strip()).isEqualTo("<p>Well, <em>bullshit</em></p>");
        assertThat(opened.at("/verdicts").findValuesAsString("detail")).contains("bullshit");

        Answer claimed = post("/cases/" + id + "/claim", moderator, "{\"version\":%d}".formatted(version(opened)));
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(claimed.at("/status")).isEqualTo("ASSIGNED");
        Answer stale = decide(id, moderator, "APPROVE", version(opened));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/type")).isEqualTo("urn:townhall:problem:stale-version");
        Answer colleague = decide(id, TestTokens.moderator("colleague"), "APPROVE", version(claimed.body()));
        assertThat(colleague.status()).isEqualTo(409);
        Answer decided = decide(id, moderator, "APPROVE", version(claimed.body()));
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.at("/status")).isEqualTo("CLOSED");

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

        Answer removed = post("/decisions", moderator, "key-1", body);
        Answer repeated = post("/decisions", moderator, "key-1", body);
        Answer other = post("/decisions", moderator, "key-1", body.replace("Not about qubits", "Otherwise"));

        assertThat(removed.status()).isEqualTo(201);
        assertThat(removed.at("/decision/action")).isEqualTo("REMOVE");
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
        await().until(() -> get("/cases/" + id, moderator).at("/status").equals("CLOSED"));
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
            next = page.at("/next");
        } while (!next.isEmpty());
        assertThat(seen).contains(first, second).doesNotHaveDuplicates();
        assertThat(get("/cases", TestTokens.member("anybody")).status()).isEqualTo(403);
        assertThat(get("/cases/" + Ids.next(), moderator).status()).isEqualTo(404);
        Answer noted = post("/cases/" + first + "/notes", moderator, "{\"text\":\"Known troll\"}");
        assertThat(noted.at("/notes/0/text")).isEqualTo("Known troll");
    }

    @Test
    void a_deletion_closes_the_case_and_leaves_nothing_to_decide() {
        String id = publish("A post of bullshit");
        standing(id, 1);
        caseOf(id);

        send(new PostWithdrawn(post(id, 1, "A post of bullshit", null)), 2);

        await().until(() -> get("/cases/" + id, moderator).at("/status").equals("CLOSED"));
        JsonNode closed = caseOf(id);
        assertThat(closed.at("/closedBecause").asString()).isEqualTo("DELETED");
        Answer act = post("/decisions", moderator, """
                {"targetType":"POST","targetId":"%s","action":"APPROVE"}""".formatted(id));
        assertThat(act.status()).isEqualTo(409);
        assertThat(decide(id, moderator, "APPROVE", version(closed)).status()).isEqualTo(409);
        assertThat(post("/cases/" + id + "/reopen", moderator, "{\"version\":%d}".formatted(version(closed)))
                        .status())
                .isEqualTo(409);
        assertThat(told.about(id)).hasSize(1);
    }

    @Test
    void the_deletion_of_a_question_closes_the_cases_about_all_that_stands_under_it() {
        String question = publish("A harmless question");
        String answer = Ids.next();
        send(new PostCreated(answer(answer, question, "An answer of bullshit"), null), 1);
        String below = commentOn(question, "bullshit on the question");
        String belowAnswer = commentOn(answer, "bullshit on the answer");
        String elsewhere = comment("bullshit elsewhere");
        for (String id : List.of(answer, below, belowAnswer, elsewhere)) {
            caseOf(id);
        }
        standing(question, 1);

        send(new PostWithdrawn(post(question, 1, "A harmless question", null)), 2);

        for (String id : List.of(answer, below, belowAnswer)) {
            await().until(() -> get("/cases/" + id, moderator).at("/status").equals("CLOSED"));
            JsonNode closed = caseOf(id);
            assertThat(closed.at("/closedBecause").asString()).isEqualTo("DELETED");
            Answer late = decide(id, moderator, "APPROVE", version(closed));
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.at("/detail")).contains("nothing left to decide");
            assertThat(told.about(id)).hasSize(1);
        }
        assertThat(caseOf(elsewhere).at("/status").asString()).isEqualTo("OPEN");
    }

    @Test
    void however_much_stands_under_what_was_deleted_no_case_about_it_is_left() {
        String question = publish("A question that many comment on");
        List<String> comments = IntStream.range(0, 120)
                .mapToObj(number -> commentOn(question, "bullshit number %d of many".formatted(number)))
                .toList();
        comments.forEach(this::caseOf);

        send(new PostWithdrawn(post(question, 1, "A question that many comment on", null)), 2);

        Document closed = new Document("_id", new Document("$in", comments)).append("closing", "DELETED");
        await().until(() -> mongo.getCollection("cases").countDocuments(closed) == comments.size());
    }

    @Test
    void what_comes_after_the_deletion_of_what_it_stands_under_is_nobodys_case() {
        String question = Ids.next();
        send(new PostWithdrawn(post(question, 1, "A harmless question", null)), 2);
        await().until(() -> mongo.getCollection("contents").countDocuments(new Document("_id", question)) == 1);
        String answer = Ids.next();
        String early = commentOn(answer, "bullshit on an answer that is not here yet");
        JsonNode open = caseOf(early);

        send(new PostCreated(answer(answer, question, "A late answer of bullshit"), null), 1);
        standing(answer, 1);
        String late = commentOn(answer, "bullshit after all of it");
        standing(late, 1);

        assertThat(decide(early, moderator, "APPROVE", version(open)).status()).isEqualTo(409);
        await().until(() -> get("/cases/" + early, moderator).at("/status").equals("CLOSED"));
        for (String target : List.of("POST/" + answer, "COMMENT/" + late)) {
            Answer act = post("/decisions", moderator, """
                    {"targetType":"%s","targetId":"%s","action":"APPROVE"}""".formatted((Object[]) target.split("/")));
            assertThat(act.status()).isEqualTo(409);
            assertThat(act.at("/detail")).contains("nothing left to decide");
        }
        assertThat(get("/cases/" + answer, moderator).status()).isEqualTo(404);
        assertThat(get("/cases/" + late, moderator).status()).isEqualTo(404);
    }

    @Test
    void a_key_is_good_for_one_decision_whatever_the_next_is_about() {
        String first = publish("A first harmless text");
        String second = publish("A second harmless text");
        standing(first, 1);
        standing(second, 1);
        String hide = """
                {"targetType":"POST","targetId":"%s","action":"HIDE","rule":"off-topic","explanation":"Not about qubits"}""";

        Answer hidden = post("/decisions", moderator, "one-key", hide.formatted(first));
        Answer reused = post("/decisions", moderator, "one-key", hide.formatted(second));

        assertThat(hidden.status()).isEqualTo(201);
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.at("/type")).isEqualTo("urn:townhall:problem:idempotency-key-reused");
        assertThat(get("/cases/" + second, moderator).status()).isEqualTo(404);
        Answer again = post("/decisions", moderator, "one-key", hide.formatted(first));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().at("/decisions")).hasSize(1);
    }

    @Test
    void a_key_whose_request_was_refused_is_free() {
        String id = publish("A third harmless text");
        standing(id, 1);
        String body = """
                {"targetType":"POST","targetId":"%s","action":"%s","rule":"off-topic","explanation":"Not about qubits"}""";

        assertThat(post("/decisions", moderator, "free-key", body.formatted(id, "RESTORE"))
                        .status())
                .isEqualTo(409);
        assertThat(post("/decisions", moderator, "free-key", body.formatted(id, "HIDE"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_text_that_comes_after_its_deletion_opens_no_case() {
        String id = Ids.next();
        send(new CommentWithdrawn(comment(id, "late bullshit")), 2);
        send(new CommentCreated(comment(id, "late bullshit")), 1);
        String other = comment("another bullshit");
        caseOf(other);

        assertThat(get("/cases/" + id, moderator).status()).isEqualTo(404);
    }

    @Test
    void whom_a_case_is_about_sees_nothing_of_it_whatever_their_role() {
        String id = comment("A bullshit by a moderator");
        standing(id, 1);
        long version = version(caseOf(id));
        String ownId = author;
        for (String own : List.of(TestTokens.moderator(ownId), TestTokens.operator(ownId))) {
            assertThat(get("/cases/" + id, own).status()).isEqualTo(404);
            for (String step : List.of("claim", "release", "queue", "escalate", "reopen")) {
                for (long seen : List.of(version, version + 7)) {
                    assertThat(post("/cases/" + id + "/" + step, own, "{\"version\":%d}".formatted(seen))
                                    .status())
                            .as(step)
                            .isEqualTo(404);
                }
            }
            assertThat(post("/cases/" + id + "/notes", own, "{\"text\":\"Let it be\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(decide(id, own, "APPROVE", version).status()).isEqualTo(404);
            assertThat(post("/decisions", own, """
                            {"targetType":"COMMENT","targetId":"%s","action":"APPROVE"}""".formatted(id)).status()).isEqualTo(403);
            for (String query : List.of("", "&status=OPEN")) {
                assertThat(get("/cases?limit=100" + query, own)
                                .body()
                                .at("/items")
                                .findValuesAsString("targetId"))
                        .doesNotContain(id);
            }
            assertThat(get("/audit?limit=100", own).body().at("/items").findValuesAsString("subject"))
                    .doesNotContain(id);
        }
        assertThat(version(caseOf(id))).isEqualTo(version);
    }

    @Test
    void the_author_has_a_name() {
        send(new MemberJoined(new MemberState(author, "Ada Lovelace", Instant.EPOCH, null)), 1);
        String id = comment("bullshit by name");

        await().until(() -> get("/cases/" + id, moderator).at("/author/name").equals("Ada Lovelace"));
    }

    @Test
    void a_list_of_cases_has_the_beginning_of_a_long_text_and_the_case_all_of_it() {
        String id = comment("What **bullshit** " + "it is ".repeat(1_500));
        standing(id, 1);
        JsonNode whole = caseOf(id).at("/snapshot");
        JsonNode listed = get("/cases?status=OPEN&limit=100", moderator)
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .at("/snapshot");

        assertThat(whole.at("/text").asString()).hasSizeGreaterThan(8_000);
        assertThat(whole.at("/html").asString()).startsWith("<p>What <strong>bullshit</strong>");
        assertThat(listed.at("/text").asString())
                .startsWith("What bullshit it is")
                .hasSizeLessThan(5_001);
        assertThat(listed.has("html")).isFalse();
    }
}
