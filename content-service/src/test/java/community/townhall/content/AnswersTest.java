/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Answers to a question, the accepted one among them. */
class AnswersTest extends AgainstTheService {

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
        assertThat(accepted.at("/acceptedAnswerId")).isEqualTo(low);
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
        accept(ada, question, answer).expecting(422).naming("answerId", "exists"); // as she does not see it
        send(HttpMethod.POST, "/posts/" + answer + "/answers", bob, Map.of("text", "to an answer"))
                .expecting(409);
        send(HttpMethod.POST, "/posts/" + answer + "/answers", ada, Map.of("text", "to what I cannot see"))
                .expecting(404);
        send(HttpMethod.POST, "/posts/nothing/answers", bob, Map.of("text", "x"))
                .expecting(404);
    }

    @Test
    void an_accepted_answer_that_is_not_visible_is_not_said_to_be_accepted_until_it_is_back() {
        String question = published(ada, "QUESTION");
        String answer = answer(bob, question, "Because.");
        others.screen(answer, 1, Standing.APPROVED, 1);
        await().untilAsserted(() -> assertThat(answersOf(question)).containsExactly(answer));
        accept(ada, question, answer).expecting(200);

        others.hide(answer, 1, 2);

        await().untilAsserted(
                        () -> assertThat(get("/posts/" + question, null).body().has("acceptedAnswerId"))
                                .isFalse());
        for (String reader : new String[] {null, ada}) {
            assertThat(get("/posts/" + question + "/thread", reader)
                            .body()
                            .path("post")
                            .has("acceptedAnswerId"))
                    .isFalse();
        }
        await().untilAsserted(() -> assertThat(get("/members/" + author + "/posts", null)
                        .body()
                        .path("items")
                        .path(0)
                        .has("acceptedAnswerId"))
                .isFalse());

        others.screen(answer, 1, Standing.APPROVED, 3);

        await().untilAsserted(() -> assertThat(get("/posts/" + question, null).at("/acceptedAnswerId"))
                .isEqualTo(answer));
    }

    @Test
    void answers_go_with_their_question() {
        String question = published(ada, "QUESTION");
        String cleo = "cleo-" + Ids.next();
        String cleos = TestTokens.member(cleo);
        String answer = answer(cleos, question, "Because.");
        others.screen(answer, 1, Standing.APPROVED, 1);
        await().untilAsserted(
                        () -> assertThat(get("/posts/" + answer, null).status()).isEqualTo(200));
        assertThat(get("/members/" + cleo + "/posts", null).ids()).containsExactly(answer);
        int version = get("/posts/" + answer, cleos).body().path("version").asInt();

        send(HttpMethod.DELETE, "/posts/" + question, ada, null).expecting(204);

        for (String path :
                List.of("/posts/" + answer, "/posts/" + answer + "/thread", "/posts/" + answer + "/revisions")) {
            get(path, null).expecting(404);
            get(path, ada).expecting(404);
            get(path, cleos).expecting(200);
        }
        await().untilAsserted(() ->
                assertThat(get("/members/" + cleo + "/posts", null).ids()).doesNotContain(answer));
        send(HttpMethod.PUT, "/posts/" + answer, cleos, Map.of("text", "Otherwise.", "version", version))
                .expecting(409);
        send(HttpMethod.PUT, "/posts/" + answer, bob, Map.of("text", "Otherwise.", "version", version))
                .expecting(404);
        send(HttpMethod.DELETE, "/posts/" + answer, bob, null).expecting(404);
        send(HttpMethod.POST, "/posts/" + answer + "/publication", bob, null).expecting(404);
    }

    @Test
    void what_is_not_seen_is_refused_as_what_never_was_whatever_is_asked_of_it() {
        String question = published(ada, "QUESTION");
        String answer = answer(bob, question, "Because.");
        others.screen(answer, 1, Standing.APPROVED, 1);
        await().untilAsserted(() -> assertThat(answersOf(question)).containsExactly(answer));
        accept(ada, question, answer).expecting(200);
        String draft = send(
                        HttpMethod.POST,
                        "/posts",
                        ada,
                        Map.of(
                                "kind",
                                "DISCUSSION",
                                "title",
                                "A draft",
                                "text",
                                "x",
                                "topics",
                                List.of(topic),
                                "draft",
                                true))
                .expecting(201)
                .id();

        others.hide(question, 1, 2);
        await().untilAsserted(() ->
                assertThat(get("/posts/" + question, null).status()).isEqualTo(404));

        send(HttpMethod.DELETE, "/posts/" + question + "/accepted-answer", ada, null)
                .expecting(409);
        String another = published(ada, "QUESTION");
        for (String unseen : List.of(answer, draft, "nothing")) {
            accept(bob, another, unseen).expecting(unseen.equals(answer) ? 403 : 422); // the answer is his own
            accept(ada, another, unseen)
                    .expecting(422)
                    .naming("answerId", unseen.equals(draft) ? "of-this-question" : "exists");
        }
        for (String id : List.of(question, draft, answer)) {
            String path = "/posts/" + id;
            String other = TestTokens.member("cleo-" + Ids.next());
            send(HttpMethod.DELETE, path + "/accepted-answer", other, null).expecting(404);
            accept(other, id, "nothing").expecting(404);
            accept(other, id, answer).expecting(404);
            accept(ada, question, draft).expecting(409);
            accept(other, question, draft).expecting(404);
            send(HttpMethod.DELETE, path, other, null).expecting(404);
            send(HttpMethod.PUT, path, other, Map.of("text", "x", "version", 1)).expecting(404);
            send(HttpMethod.POST, path + "/publication", other, null).expecting(404);
            send(HttpMethod.DELETE, path + "/publication", other, null).expecting(404);
            send(HttpMethod.POST, path + "/answers", other, Map.of("text", "x")).expecting(404);
            get(path + "/answers", other).expecting(404);
            get(path + "/revisions", other).expecting(404);
            get(path + "/thread", other).expecting(404);
        }
    }

    private String answer(String token, String questionId, String text) {
        return send(HttpMethod.POST, "/posts/" + questionId + "/answers", token, Map.of("text", text))
                .expecting(201)
                .id();
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
}
