/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRestored;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.TestTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Comments and replies to them, from their screening to their removal. */
class CommentsTest extends AgainstTheService {

    @Test
    void a_comment_is_seen_by_others_once_it_is_approved_and_its_author_is_told_why_it_went() {
        String post = publishedPost(ada);
        ServiceClient.Answer written =
                comment(bob, post, null, "Nice <script>alert(1)</script> **work** https://example.org");
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.at("/status")).isEqualTo("PENDING");
        assertThat(written.at("/html"))
                .contains("<strong>work</strong>", "href=\"https://example.org\"")
                .doesNotContain("<script");
        String id = written.at("/id");
        assertThat(anybody().get("/comments?post=" + post).at("/items")).isEqualTo("[]");
        assertThat(as(bob).get("/comments?post=" + post).at("/items/0/id")).isEqualTo(id);
        assertThat(anybody().get("/comments/" + id).status()).isEqualTo(404);

        judge(id, bob, 1, 1, Standing.APPROVED);

        await().untilAsserted(
                        () -> assertThat(anybody().get("/comments?post=" + post).at("/items/0/status"))
                                .isEqualTo("PUBLISHED"));
        await().untilAsserted(() -> assertThat(
                        lastSent("engagement.tally.v1", post).at("/comments").asInt())
                .isEqualTo(1));
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("comment-posted", "post-published"));

        judge(id, bob, 3, 1, Standing.HIDDEN);
        judge(id, bob, 2, 1, Standing.APPROVED); // late

        await().untilAsserted(() ->
                assertThat(anybody().get("/comments/" + id).status()).isEqualTo(404));
        ServiceClient.Answer own = as(bob).get("/comments/" + id);
        assertThat(own.at("/moderation/reasons/0/rule")).isEqualTo("harassment");
        assertThat(own.at("/moderation/by")).isEqualTo("person");
        await().untilAsserted(() -> assertThat(as(bob).get("/notifications").at("/items/0/facts/explanation"))
                .isEqualTo("Be kind"));
        assertThat(kindsTold(bob)).containsExactly("content-hidden");
        await().untilAsserted(() -> assertThat(
                        lastSent("engagement.tally.v1", post).at("/comments").asInt())
                .isEqualTo(0));
        assertThat(as(bob).put("/comments/" + id, "{\"text\":\"Other\",\"version\":" + own.at("/version") + "}")
                        .status())
                .isEqualTo(409);

        judge(id, bob, 4, 1, Standing.APPROVED);
        await().untilAsserted(() -> assertThat(typesSent("engagement.comment.v1", id))
                .containsExactly(
                        "engagement.comment.created.v1",
                        "engagement.comment.published.v1",
                        "engagement.comment.hidden.v1",
                        "engagement.comment.restored.v1"));
    }

    @Test
    void a_reply_belongs_to_the_post_of_what_it_replies_to_and_tells_whom_it_concerns_once() {
        String post = publishedPost(ada);
        String other = publishedPost(ada);
        as(bob).put("/members/me", "{\"displayName\":\"%s\"}".formatted("Bob " + bob));
        String parent = comment(bob, post, null, "First").at("/id");
        judge(parent, bob, 1, 1, Standing.APPROVED);
        await().until(() -> anybody().get("/comments/" + parent).status() == 200);

        ServiceClient.Answer astray = comment(cleo, other, parent, "Reply");
        assertThat(astray.status()).isEqualTo(422);
        assertThat(astray.at("/errors/0/field")).isEqualTo("parentId");
        assertThat(astray.at("/errors/0/rule")).isEqualTo("same-post");
        assertThat(comment(cleo, Ids.next(), null, "Nowhere").at("/errors/0/field"))
                .isEqualTo("postId");

        String reply = comment(cleo, post, parent, "I agree, @Bob" + bob + "!").at("/id");
        judge(reply, cleo, 1, 1, Standing.APPROVED);

        await().untilAsserted(() -> assertThat(kindsTold(bob)).containsExactly("reply-posted"));
        assertThat(as(bob).get("/notifications").at("/items/0/link")).isEqualTo("/posts/" + post + "#comment-" + reply);
        await().untilAsserted(() ->
                assertThat(anybody().get("/comments/" + parent).at("/replies")).isEqualTo("1"));
        ServiceClient.Answer page = anybody().get("/comments?post=" + other + "&post=" + post);
        assertThat(page.body().at("/items").size()).isEqualTo(2);
        assertThat(page.at("/items/1/parentId")).isEqualTo(parent);
        ServiceClient.Answer first = anybody().get("/comments?limit=1&post=" + post);
        ServiceClient.Answer second = anybody().get("/comments?limit=1&post=" + post + "&cursor=" + first.at("/next"));
        assertThat(List.of(first.at("/items/0/id"), second.at("/items/0/id"))).containsExactly(parent, reply);
    }

    @Test
    void an_edit_needs_the_version_that_was_seen_and_is_screened_again() {
        String post = publishedPost(ada);
        String id = comment(bob, post, null, "First").at("/id");
        judge(id, bob, 1, 1, Standing.APPROVED);
        await().until(() -> anybody().get("/comments/" + id).status() == 200);

        assertThat(as(cleo).put("/comments/" + id, "{\"text\":\"Mine\",\"version\":2}")
                        .status())
                .isEqualTo(403);
        // Approved meanwhile, but the text is the one that was seen.
        ServiceClient.Answer edited = as(bob).put("/comments/" + id, "{\"text\":\"Better\",\"version\":1}");
        assertThat(edited.at("/status")).isEqualTo("PENDING");
        assertThat(edited.at("/revision")).isEqualTo("2");
        assertThat(edited.at("/version")).isEqualTo("3");
        assertThat(edited.at("/html")).isEqualTo("<p>Better</p>\n");
        assertThat(as(bob).put("/comments/" + id, "{\"text\":\"Other\",\"version\":2}")
                        .status())
                .isEqualTo(409);
        assertThat(as(bob).put("/comments/" + id, "{\"text\":\" \",\"version\":3}")
                        .at("/errors/0/field"))
                .isEqualTo("text");

        assertThat(as(cleo).delete("/comments/" + id).status()).isEqualTo(404); // it waits, and she does not see it
        assertThat(as(bob).delete("/comments/" + id).status()).isEqualTo(204);
        assertThat(as(bob).delete("/comments/" + id).status()).isEqualTo(204);
        assertThat(as(bob).get("/comments/" + id).status()).isEqualTo(404);
        assertThat(as(bob).put("/comments/" + id, "{\"text\":\"Other\",\"version\":2}")
                        .status())
                .isEqualTo(404);
        assertThat(as(cleo).delete("/comments/" + id).status()).isEqualTo(404);
        assertThat(comment(bob, post, id, "To what is gone").at("/errors/0/field"))
                .isEqualTo("parentId");
        assertThat(as(bob).get("/comments?post=" + post).at("/items")).isEqualTo("[]");
        assertThat(moderator().get("/comments/" + id).at("/status")).isEqualTo("REMOVED");
    }

    @Test
    void what_stands_under_something_that_is_not_visible_is_not_either_until_it_is_back() {
        String question = publishedPost(ada);
        String answer = publishedAnswer(bob, question);
        String under = commented(question);
        String underAnswer = commented(answer);
        as(cleo).put("/follows/post/" + question, null);
        String eve = "eve-" + Ids.next();
        as(eve).put("/reactions/comment/" + under + "/up", null);
        as(eve).put("/reactions/post/" + answer + "/like", null);
        String reactions = "/reactions?target=" + under + "&target=" + answer;
        await().untilAsserted(() -> assertThat(anybody().get(reactions).text())
                .contains("{\"up\":1}")
                .contains("{\"like\":1}"));

        send(new PostHidden(hidden(post(question, ada, null))), 3, now);

        for (ServiceClient reader : List.of(anybody(), as(eve))) {
            await().untilAsserted(() -> assertThat(reader.get(reactions).text())
                    .isEqualTo(("{\"items\":[{\"targetId\":\"%s\",\"counts\":{},\"mine\":[]},"
                                    + "{\"targetId\":\"%s\",\"counts\":{},\"mine\":[]}]}")
                            .formatted(under, answer)));
        }
        assertThat(moderator().get(reactions).text()).contains("{\"up\":1}").contains("{\"like\":1}");
        assertThat(as(eve).delete("/reactions/comment/" + under + "/up").status())
                .isEqualTo(404);
        assertThat(as(eve).delete("/reactions/post/" + answer + "/like").status())
                .isEqualTo(404);

        for (String id : List.of(under, underAnswer)) {
            await().untilAsserted(() ->
                    assertThat(anybody().get("/comments/" + id).status()).isEqualTo(404));
            assertThat(as(cleo).get("/comments/" + id).status()).isEqualTo(404);
            assertThat(moderator().get("/comments/" + id).status()).isEqualTo(200);
            assertThat(as(ada).put("/reactions/comment/" + id + "/up", null).status())
                    .isEqualTo(404);
            assertThat(as(cleo).put("/comments/" + id, "{\"text\":\"Other\",\"version\":2}")
                            .status())
                    .isEqualTo(409);
            assertThat(as(ada).put("/comments/" + id, "{\"text\":\"Other\",\"version\":2}")
                            .status())
                    .isEqualTo(404);
            assertThat(as(ada).delete("/comments/" + id).status()).isEqualTo(404);
        }
        for (String post : List.of(question, answer)) {
            assertThat(as(cleo).get("/comments?post=" + post).at("/items")).isEqualTo("[]");
            assertThat(moderator().get("/comments?post=" + post).body().at("/items"))
                    .hasSize(1);
            assertThat(comment(cleo, post, null, "Too late").at("/errors/0/field"))
                    .isEqualTo("postId");
            assertThat(as(cleo).put("/reactions/post/" + post + "/up", null).status())
                    .isEqualTo(404);
        }
        assertThat(as(cleo).get("/follows").body().at("/items/0").has("name")).isFalse();

        send(new PostRestored(post(question, ada, null)), 4, now);

        await().untilAsserted(() -> assertThat(
                        anybody().get("/comments?post=" + answer).at("/items/0/id"))
                .isEqualTo(underAnswer));
        assertThat(anybody().get("/comments/" + under).status()).isEqualTo(200);
        assertThat(anybody().get(reactions).text()).contains("{\"up\":1}").contains("{\"like\":1}");
        assertThat(as(cleo).get("/follows").at("/items/0/name")).isEqualTo("How?");
    }

    private String publishedAnswer(String authorId, String questionId) {
        String id = Ids.next();
        send(new PostPublished(post(id, authorId, questionId)), 2, now);
        await().until(() -> as("probe").put("/follows/post/" + id, null).status() == 200);
        return id;
    }

    private String commented(String post) {
        String id = comment(cleo, post, null, "A comment under " + post).at("/id");
        judge(id, cleo, 1, 1, Standing.APPROVED);
        await().until(() -> anybody().get("/comments/" + id).status() == 200);
        return id;
    }

    @Test
    void a_comment_can_be_voted_on_and_carries_its_score() {
        String post = publishedPost(ada);
        String id = comment(bob, post, null, "Vote for me").at("/id");
        assertThat(as(cleo).put("/reactions/comment/" + id + "/up", null).status())
                .isEqualTo(404);
        judge(id, bob, 1, 1, Standing.APPROVED);
        await().until(() ->
                as(cleo).put("/reactions/comment/" + id + "/up", null).status() == 200);

        await().untilAsserted(() ->
                assertThat(anybody().get("/comments/" + id).at("/score")).isEqualTo("1"));
        await().untilAsserted(() -> assertThat(kindsTold(bob)).containsExactly("reaction-received"));
        ServiceClient.Answer told = as(bob).get("/notifications");
        assertThat(told.at("/items/0/facts/reaction")).isEqualTo("up");
        assertThat(told.body().at("/items/0/actor").isMissingNode()).isTrue();
    }

    private ServiceClient.Answer comment(String memberId, String postId, @Nullable String parentId, String text) {
        return as(memberId)
                .post(
                        "/comments",
                        JSON.createObjectNode()
                                .put("postId", postId)
                                .put("parentId", parentId)
                                .put("text", text)
                                .toString());
    }

    private ServiceClient moderator() {
        return anybody().as(TestTokens.moderator("moderator"));
    }
}
