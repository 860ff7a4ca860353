/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostState;
import community.townhall.events.content.PostWithdrawn;
import community.townhall.events.engagement.CommentCreated;
import community.townhall.events.engagement.CommentEdited;
import community.townhall.events.engagement.CommentWithdrawn;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members report, and what their reports weigh. */
class ReportsTest extends AgainstTheService {

    @Test
    void a_member_reports_a_target_once_and_not_their_own() {
        String id = comment("Something that somebody dislikes");
        standing(id, 1);
        String reporter = TestTokens.member("reporter-" + Ids.next());

        Answer filed = post("/reports", reporter, "key", report(id, "SPAM"));
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.at("/caseId")).isEqualTo(id);
        assertThat(post("/reports", reporter, "key", report(id, "SPAM")).body()).isEqualTo(filed.body());
        assertThat(post("/reports", reporter, report(id, "SPAM")).status()).isEqualTo(409);
        assertThat(post("/reports", TestTokens.member(author), report(id, "SPAM"))
                        .status())
                .isEqualTo(422);
        Answer unknown = post("/reports", reporter, report(Ids.next(), "SPAM"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/errors/0/field")).isEqualTo("targetId");

        post("/reports", reporter, report("a b", "SPAM")).expecting(400).naming("targetId", "Reference");

        JsonNode opened = caseOf(id);
        assertThat(opened.at("/origin").asString()).isEqualTo("REPORT");
        assertThat(opened.at("/reports")).hasSize(1);
        assertThat(opened.at("/score").asDouble()).isEqualTo(0.5);
    }

    @Test
    void a_key_is_good_for_one_report_whatever_the_next_is_about() {
        String first = comment("Something that is reported");
        String second = comment("Something that is not, though it is alike");
        standing(first, 1);
        standing(second, 1);
        String reporter = TestTokens.member("reporter-" + Ids.next());

        Answer filed = post("/reports", reporter, "key", report(first, "SPAM"));
        Answer reused = post("/reports", reporter, "key", report(second, "SPAM"));

        assertThat(filed.status()).isEqualTo(201);
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.at("/type")).isEqualTo("urn:townhall:problem:idempotency-key-reused");
        assertThat(get("/cases/" + second, moderator).status()).isEqualTo(404);
        assertThat(post("/reports", reporter, "key", report(first, "SPAM")).body())
                .isEqualTo(filed.body());
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
    void a_text_that_was_changed_since_its_report_was_dismissed_is_reported_anew() {
        String id = comment("Something that somebody dislikes very much");
        standing(id, 1);
        String reporter = TestTokens.member("patient-" + Ids.next());
        assertThat(post("/reports", reporter, report(id, "SPAM")).status()).isEqualTo(201);
        assertThat(decide(id, moderator, "DISMISS", version(caseOf(id))).status())
                .isEqualTo(200);
        assertThat(post("/reports", reporter, report(id, "SPAM")).status()).isEqualTo(409);

        send(new CommentEdited(comment(id, 2, "Something else that somebody dislikes as much")), 3);
        standing(id, 2);
        Answer anew = post("/reports", reporter, "anew", report(id, "HATE"));

        assertThat(anew.status()).isEqualTo(201);
        assertThat(post("/reports", reporter, "anew", report(id, "HATE")).body())
                .isEqualTo(anew.body());
        await().until(() ->
                get("/cases/" + id, moderator).body().at("/snapshot/revision").asInt() == 2);
        JsonNode reopened = caseOf(id);
        assertThat(reopened.at("/status").asString()).isEqualTo("OPEN");
        assertThat(reopened.at("/reports")).hasSize(2);
        assertThat(post("/reports", reporter, report(id, "SPAM")).status()).isEqualTo(409);
        assertThat(decide(id, moderator, "DISMISS", version(reopened)).status()).isEqualTo(200);
    }

    @Test
    void a_report_stays_open_while_the_reported_text_stays_in_view() {
        String id = publish("A threat that somebody reports");
        standing(id, 1);
        String reporter = TestTokens.member("afraid-" + Ids.next());
        assertThat(post("/reports", reporter, report(id, "POST", "VIOLENCE")).status())
                .isEqualTo(201);
        PostState.ProposedEdit edit = new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH);
        send(new PostEdited(post(id, 1, "A threat that somebody reports", edit)), 2);
        await().until(() ->
                get("/cases/" + id, moderator).body().at("/snapshot/revision").asInt() == 2);

        JsonNode both = caseOf(id);
        assertThat(both.at("/reported/text").asString()).isEqualTo("A threat that somebody reports");
        assertThat(both.at("/reports/0/revision").asInt()).isEqualTo(1);
        Answer rejected = post(
                "/cases/" + id + "/decision",
                moderator,
                "{\"action\":\"REJECT\",\"rule\":\"tone\",\"explanation\":\"Because\",\"version\":%d}"
                        .formatted(version(both)));

        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.at("/status")).isEqualTo("OPEN");
        assertThat(rejected.body().at("/reports/0/settled").asBoolean()).isFalse();
        assertThat(decide(id, moderator, "DISMISS", version(rejected.body())).at("/status"))
                .isEqualTo("CLOSED");
    }

    @Test
    void what_its_author_deleted_cannot_be_reported() {
        String id = comment("A text that is gone before it is reported");
        standing(id, 1);
        send(new CommentWithdrawn(comment(id, "A text that is gone before it is reported")), 2);
        String reporter = TestTokens.member("late-" + Ids.next());

        await().untilAsserted(() -> {
            Answer refused = post("/reports", TestTokens.member("late-" + Ids.next()), report(id, "SPAM"));
            assertThat(refused.status()).isEqualTo(422);
        });

        assertThat(post("/reports", reporter, report(id, "SPAM")).at("/errors/0/rule"))
                .isEqualTo("unknown");
    }

    @Test
    void what_stands_under_something_that_is_gone_cannot_be_reported() {
        String question = publish("A question that will be gone");
        String answer = Ids.next();
        send(new PostCreated(answerTo(question, answer), null), 1);
        String comment = Ids.next();
        send(new CommentCreated(comment(comment, answer, 1, "Something beneath that somebody dislikes")), 1);
        List.of(question, answer, comment).forEach(id -> standing(id, 1));
        assertThat(post("/reports", TestTokens.member("early-" + Ids.next()), report(question, "POST", "HATE"))
                        .status())
                .isEqualTo(201);
        assertThat(post("/reports", TestTokens.member("early-" + Ids.next()), report(comment, "SPAM"))
                        .status())
                .isEqualTo(201);

        assertThat(post("/cases/" + question + "/decision", moderator, """
                                {"action":"HIDE","rule":"hate","explanation":"Not here","version":%d}
                                """.formatted(version(caseOf(question))))
                        .status())
                .isEqualTo(200);
        standing(question, 2);
        String reporter = TestTokens.member("late-" + Ids.next());
        for (Answer refused : List.of(
                post("/reports", reporter, report(answer, "POST", "SPAM")),
                post("/reports", reporter, report(comment, "SPAM")))) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/errors/0/rule")).isEqualTo("unknown");
        }
        assertThat(get("/cases/" + answer, moderator).status()).isEqualTo(404);

        assertThat(post("/decisions", moderator, """
                                {"targetType":"POST","targetId":"%s","action":"RESTORE"}
                                """.formatted(question)).status())
                .isEqualTo(201);
        standing(question, 3);
        assertThat(post("/reports", reporter, report(answer, "POST", "SPAM")).status())
                .isEqualTo(201);

        send(new PostWithdrawn(post(question, 1, "A question that will be gone", null)), 2);
        await().untilAsserted(() -> assertThat(
                        post("/reports", TestTokens.member("last-" + Ids.next()), report(comment, "SPAM"))
                                .at("/errors/0/rule"))
                .isEqualTo("unknown"));
    }

    private PostState answerTo(String question, String id) {
        return new PostState(
                id,
                author,
                PostKind.ANSWER,
                null,
                List.of("qubits"),
                question,
                "An answer beneath it",
                1,
                null,
                PublicationStatus.PENDING,
                null,
                Instant.now(),
                null,
                null);
    }

    private static String report(String id, String category) {
        return report(id, "COMMENT", category);
    }

    private static String report(String id, String type, String category) {
        return "{\"targetType\":\"%s\",\"targetId\":\"%s\",\"category\":\"%s\"}".formatted(type, id, category);
    }
}
