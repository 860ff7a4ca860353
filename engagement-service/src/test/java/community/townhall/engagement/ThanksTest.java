/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.ThanksState;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Thanks: said, screened, seen on the profile of whom they are for, told, and taken back. */
class ThanksTest extends AgainstTheService {

    private static final String TOPIC = "engagement.thanks.v1";

    /** Who is thanked is a member, with a profile to see it on. */
    @BeforeEach
    void adaJoins() {
        as(ada).put("/members/me", null).expecting(200);
    }

    @Test
    void a_thanks_is_seen_and_told_once_it_was_screened_and_no_more_when_it_is_taken_back() {
        String post = publishedPost(ada);
        JsonNode said = say(bob, post, "You saved my **week**");
        String id = said.at("/id").asString();
        assertThat(said.at("/status").asString()).isEqualTo("PENDING");
        assertThat(toAda()).isEmpty();
        await().untilAsserted(() ->
                assertThat(lastSent(TOPIC, id).at("/thanks/word").asString()).isEqualTo("You saved my **week**"));

        judge(id, 1, 1, Standing.APPROVED);

        await().untilAsserted(() -> assertThat(toAda()).singleElement().satisfies(thanks -> {
            assertThat(thanks.at("/html").asString()).contains("<strong>week</strong>");
            assertThat(thanks.at("/from/id").asString()).isEqualTo(bob);
            assertThat(thanks.at("/type").asString()).isEqualTo("post");
            assertThat(thanks.at("/targetId").asString()).isEqualTo(post);
        }));
        await().untilAsserted(() -> assertThat(told(ada, "thanks-received"))
                .singleElement()
                .satisfies(news -> {
                    assertThat(news.at("/facts/excerpt").asString()).isEqualTo("You saved my week");
                    assertThat(news.at("/actor/id").asString()).isEqualTo(bob);
                    assertThat(news.at("/link").asString()).isEqualTo("/posts/" + post);
                }));
        assertThat(own(bob, post).at("/status").asString()).isEqualTo("PUBLISHED");

        assertThat(as(bob).delete("/thanks/post/" + post).status()).isEqualTo(204);
        assertThat(as(bob).delete("/thanks/post/" + post).status()).isEqualTo(204);

        assertThat(toAda()).isEmpty();
        assertThat(as(bob).get("/thanks/post/" + post).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(told(ada, "thanks-received")).isEmpty());
        assertThat(typesSent(TOPIC, id))
                .containsExactly(
                        "engagement.thanks.given.v1", "engagement.thanks.judged.v1", "engagement.thanks.withdrawn.v1");
        assertThat(as(bob).put("/thanks/post/" + post, Map.of("word", "Once more"))
                        .status())
                .isEqualTo(409);
        judge(id, 1, 2, Standing.HIDDEN); // late
        String another = publishedPost(ada);
        judge(say(bob, another, "Thank you").at("/id").asString(), 1, 1, Standing.APPROVED);
        await().until(() -> toAda().size() == 1); // so what was late was heard of
        assertThat(typesSent(TOPIC, id)).hasSize(3);
        assertThat(told(bob, "thanks-declined")).isEmpty();
    }

    @Test
    void other_words_are_screened_again_and_the_same_are_not() {
        String post = publishedPost(ada);
        String id = say(bob, post, "Thank you").at("/id").asString();
        judge(id, 1, 1, Standing.APPROVED);
        await().until(() -> toAda().size() == 1);

        assertThat(say(bob, post, "Thank you").at("/status").asString()).isEqualTo("PUBLISHED");
        assertThat(say(bob, post, "Thank you so much").at("/status").asString()).isEqualTo("PENDING");
        assertThat(toAda()).isEmpty();

        judge(id, 2, 3, Standing.APPROVED);
        judge(id, 1, 2, Standing.HELD); // late, and of the former words
        await().untilAsserted(() -> assertThat(toAda()).hasSize(1));
        assertThat(told(bob, "thanks-held")).isEmpty();
    }

    @Test
    void what_is_held_refused_or_taken_from_view_is_told_to_whoever_thanked_with_its_reason() {
        String post = publishedPost(ada);
        String held = say(bob, post, "You know what").at("/id").asString();
        judge(held, 1, 1, Standing.HELD);
        await().untilAsserted(() -> assertThat(told(bob, "thanks-held"))
                .singleElement()
                .satisfies(news ->
                        assertThat(news.at("/facts/explanation").asString()).isEqualTo("Be kind")));
        judge(held, 1, 2, Standing.APPROVED);
        await().until(() -> toAda().size() == 1);

        judge(held, 1, 3, Standing.HIDDEN);

        await().untilAsserted(() -> assertThat(told(bob, "thanks-declined")).hasSize(1));
        assertThat(toAda()).isEmpty();
        await().untilAsserted(() -> assertThat(told(ada, "thanks-received")).isEmpty());
        assertThat(as(bob).put("/thanks/post/" + post, Map.of("word", "Otherwise"))
                        .status())
                .as("no way around a decision")
                .isEqualTo(409);

        judge(held, 1, 4, Standing.APPROVED);
        await().untilAsserted(() -> assertThat(toAda()).hasSize(1));
        await().untilAsserted(() -> assertThat(told(ada, "thanks-received")).hasSize(1));
    }

    @Test
    void what_was_told_of_thanks_that_wait_is_told_as_they_read_now_and_goes_with_them() {
        String post = publishedPost(ada);
        String id = say(bob, post, "You know what").at("/id").asString();
        judge(id, 1, 1, Standing.HELD);
        await().untilAsserted(() -> assertThat(told(bob, "thanks-held")).hasSize(1));

        String at = say(bob, post, "You know it best").at("/at").asString();
        await().untilAsserted(() -> assertThat(told(bob, "thanks-held"))
                .singleElement()
                .satisfies(
                        news -> assertThat(news.at("/facts/excerpt").asString()).isEqualTo("You know it best")));
        assertThat(say(bob, post, "Said a third time").at("/at").asString()).isEqualTo(at);

        as(bob).delete("/thanks/post/" + post);

        await().untilAsserted(() -> assertThat(told(bob, "thanks-held")).isEmpty());
    }

    @Test
    void thanks_for_what_is_not_to_be_seen_are_not_either() {
        String post = publishedPost(ada);
        judge(say(bob, post, "Thank you").at("/id").asString(), 1, 1, Standing.APPROVED);
        await().until(() -> toAda().size() == 1);
        PostState hidden = hidden(post(post, ada, null));

        send(new PostHidden(hidden), 3, now);

        await().untilAsserted(() -> assertThat(toAda()).isEmpty());
        String id = own(bob, post).at("/id").asString();
        assertThat(as(bob).get("/thanks/" + id).status()).isEqualTo(200);
        assertThat(as(cleo).get("/thanks/" + id).status()).isEqualTo(404);
        assertThat(anybody().get("/thanks/" + id).status()).isEqualTo(404);
        assertThat(as(cleo).put("/thanks/post/" + post, Map.of("word", "Me too"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_thanks_themselves_or_says_too_much_or_nothing_is_told_so() {
        String post = publishedPost(ada);
        String path = "/thanks/post/" + post;

        assertThat(as(ada).put(path, Map.of("word", "Well done, me")).text()).contains("\"rule\":\"not-own\"");
        assertThat(as(bob).put(path, Map.of("word", "x".repeat(501))).text())
                .contains("\"field\":\"word\"", "\"rule\":\"length\"");
        assertThat(as(bob).put(path, Map.of("word", "\u200B")).text()).contains("\"field\":\"word\"");
        assertThat(as(bob).put(path, Map.of()).status()).isEqualTo(400);
        assertThat(as(bob).put("/thanks/post/nothing", Map.of("word", "Thanks")).status())
                .isEqualTo(404);
        assertThat(anybody().get("/members/nobody/thanks").status()).isEqualTo(404);
        assertThat(as(bob).put("/thanks/topic/java", Map.of("word", "Thanks")).status())
                .isEqualTo(404);
        assertThat(anybody().put(path, Map.of("word", "Thanks")).status()).isEqualTo(401);
        assertThat(say(bob, post, "谢".repeat(500)).at("/status").asString()).isEqualTo("PENDING");
    }

    private JsonNode say(String memberId, String post, String word) {
        return as(memberId)
                .put("/thanks/post/" + post, Map.of("word", word))
                .expecting(200)
                .body();
    }

    private JsonNode own(String memberId, String post) {
        return as(memberId).get("/thanks/post/" + post).expecting(200).body();
    }

    private List<JsonNode> toAda() {
        return anybody()
                .get("/members/" + ada + "/thanks")
                .expecting(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> told(String memberId, String kind) {
        return as(memberId)
                .get("/notifications?limit=100")
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/kind").asString().equals(kind))
                .toList();
    }

    private void judge(String id, int revision, long version, Standing standing) {
        ContentStanding content = new ContentStanding(
                ThanksState.SUBJECT_TYPE,
                id,
                bob,
                revision,
                standing,
                standing == Standing.APPROVED
                        ? List.of()
                        : List.of(new ContentStanding.Reason("harassment", "Be kind")),
                null,
                null,
                now);
        send(
                switch (standing) {
                    case HIDDEN -> new ContentHidden(content);
                    case APPROVED -> version > 3 ? new ContentRestored(content) : new ContentScreened(content);
                    default -> new ContentScreened(content);
                },
                version,
                now);
    }
}
