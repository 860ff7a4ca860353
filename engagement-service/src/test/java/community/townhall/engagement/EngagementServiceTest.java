/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.PublicationStatus;
import community.townhall.events.StableId;
import community.townhall.events.TargetType;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import community.townhall.events.content.TopicChanged;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The service as its clients and the other services see it. */
@ServiceTest
class EngagementServiceTest extends AgainstTheService {

    // --- members

    @Test
    void a_member_joins_with_the_name_of_their_account_and_may_change_it() {
        Answer joined = as(ada).put("/members/me", null);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.at("/displayName")).isEqualTo("Member " + ada);
        assertThat(joined.at("/version")).isEqualTo("1");

        Answer renamed = as(ada).put("/members/me", "{\"displayName\":\"  Ada   Lovelace \"}");
        assertThat(renamed.at("/displayName")).isEqualTo("Ada Lovelace");
        assertThat(renamed.at("/version")).isEqualTo("2");
        assertThat(anybody().get("/members/" + ada).body()).isEqualTo(renamed.body());

        await().untilAsserted(() -> assertThat(typesSent("engagement.member.v1", ada))
                .containsExactly("engagement.member.joined.v1", "engagement.member.profile-changed.v1"));
    }

    @Test
    void a_name_that_is_too_long_is_refused_naming_field_and_rule() {
        Answer refused = as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted("x".repeat(81)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/field")).isEqualTo("displayName");
        assertThat(refused.at("/errors/0/rule")).isEqualTo("length");
    }

    // --- reactions

    @Test
    void a_vote_counts_once_and_is_turned_round_by_its_opposite() {
        String post = publishedPost(ada);

        assertThat(as(bob).put("/reactions/post/" + post + "/up", null).text())
                .isEqualTo("{\"targetId\":\"%s\",\"counts\":{\"up\":1},\"mine\":[\"up\"]}".formatted(post));
        as(bob).put("/reactions/post/" + post + "/up", null);
        as(cleo).put("/reactions/post/" + post + "/up", null);
        await().untilAsserted(() -> assertThat(
                        anybody().get("/reactions?target=" + post).at("/items/0/counts"))
                .isEqualTo("{\"up\":2}"));

        assertThat(as(bob).put("/reactions/post/" + post + "/down", null).at("/mine"))
                .isEqualTo("[\"down\"]");
        await().untilAsserted(() -> assertThat(
                        JSON.readTree(anybody().get("/reactions?target=" + post).at("/items/0/counts")))
                .isEqualTo(JSON.readTree("{\"up\":1,\"down\":1}")));

        assertThat(as(bob).delete("/reactions/post/" + post + "/up").at("/mine"))
                .isEqualTo("[\"down\"]");
        assertThat(as(bob).delete("/reactions/post/" + post + "/down").at("/mine"))
                .isEqualTo("[]");
        await().untilAsserted(() -> assertThat(
                        as(cleo).get("/reactions?target=" + post).text())
                .contains("\"counts\":{\"up\":1},\"mine\":[\"up\"]"));
        assertThat(lastSent("engagement.tally.v1", post).at("/reactions/up").asInt())
                .isEqualTo(1);
    }

    @Test
    void nobody_reacts_to_their_own_content_or_to_what_is_not_there() {
        String post = publishedPost(ada);

        Answer own = as(ada).put("/reactions/post/" + post + "/up", null);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.at("/errors/0/rule")).isEqualTo("not-own");
        assertThat(as(bob).put("/reactions/post/" + Ids.next() + "/up", null).status())
                .isEqualTo(404);
        assertThat(as(bob).put("/reactions/post/" + post + "/adore", null).at("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(anybody().put("/reactions/post/" + post + "/up", null).status())
                .isEqualTo(401);
    }

    // --- notifications

    @Test
    void points_are_told_live_and_once() {
        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, null, stream);
        await().until(() -> stream.contains(":connected"));
        PointsAwarded awarded = points(5, now);

        send(awarded, 1, now);
        send(awarded, 1, now);

        await().until(() ->
                stream.stream().anyMatch(line -> line.startsWith("data:") && line.contains("points-awarded")));
        Answer list = as(ada).get("/notifications");
        assertThat(list.json().at("/items").size()).isEqualTo(1);
        assertThat(list.at("/items/0/facts/amount")).isEqualTo("5");
        assertThat(list.at("/items/0/read")).isEqualTo("false");
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":1}");

        assertThat(as(bob).post("/notifications/read", "{\"all\":true}").status())
                .isEqualTo(204);
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":1}");
        as(ada).post("/notifications/read", "{\"ids\":[\"%s\"]}".formatted(list.at("/items/0/id")));
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":0}");
        reader.interrupt();
    }

    // --- comments

    @Test
    void a_comment_is_seen_by_others_once_it_is_approved_and_its_author_is_told_why_it_went() {
        String post = publishedPost(ada);
        Answer written = comment(bob, post, null, "Nice <script>alert(1)</script> **work** https://example.org");
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
        Answer own = as(bob).get("/comments/" + id);
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

        Answer astray = comment(cleo, other, parent, "Reply");
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
        Answer page = anybody().get("/comments?post=" + other + "&post=" + post);
        assertThat(page.json().at("/items").size()).isEqualTo(2);
        assertThat(page.at("/items/1/parentId")).isEqualTo(parent);
        Answer first = anybody().get("/comments?limit=1&post=" + post);
        Answer second = anybody().get("/comments?limit=1&post=" + post + "&cursor=" + first.at("/next"));
        assertThat(List.of(first.at("/items/0/id"), second.at("/items/0/id"))).containsExactly(parent, reply);
    }

    @Test
    void an_edit_needs_the_version_that_was_seen_and_is_screened_again() {
        String post = publishedPost(ada);
        String id = comment(bob, post, null, "First").at("/id");
        judge(id, bob, 1, 1, Standing.APPROVED);
        await().until(() -> anybody().get("/comments/" + id).status() == 200);

        assertThat(as(bob).put("/comments/" + id, "{\"text\":\"Better\",\"version\":1}")
                        .status())
                .isEqualTo(409);
        assertThat(as(cleo).put("/comments/" + id, "{\"text\":\"Mine\",\"version\":2}")
                        .status())
                .isEqualTo(403);
        Answer edited = as(bob).put("/comments/" + id, "{\"text\":\"Better\",\"version\":2}");
        assertThat(edited.at("/status")).isEqualTo("PENDING");
        assertThat(edited.at("/revision")).isEqualTo("2");
        assertThat(edited.at("/version")).isEqualTo("3");
        assertThat(edited.at("/html")).isEqualTo("<p>Better</p>\n");
        assertThat(as(bob).put("/comments/" + id, "{\"text\":\" \",\"version\":3}")
                        .at("/errors/0/field"))
                .isEqualTo("text");

        assertThat(as(cleo).delete("/comments/" + id).status()).isEqualTo(403);
        assertThat(as(bob).delete("/comments/" + id).status()).isEqualTo(204);
        assertThat(as(bob).delete("/comments/" + id).status()).isEqualTo(204);
        assertThat(as(bob).get("/comments/" + id).status()).isEqualTo(404);
        assertThat(as(bob).get("/comments?post=" + post).at("/items")).isEqualTo("[]");
        assertThat(moderator().get("/comments/" + id).at("/status")).isEqualTo("REMOVED");
    }

    @Test
    void a_repeated_request_creates_nothing_more_and_another_under_its_key_is_refused() {
        String post = publishedPost(ada);
        String body = "{\"postId\":\"%s\",\"text\":\"Once\"}".formatted(post);

        Answer first = as(bob).post("/comments", body, "Idempotency-Key", "k1");
        Answer second = as(bob).post("/comments", body, "Idempotency-Key", "k1");
        Answer third = as(bob).post("/comments", body.replace("Once", "Twice"), "Idempotency-Key", "k1");

        assertThat(second).isEqualTo(first);
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.at("/errors/0/field")).isEqualTo("Idempotency-Key");
        assertThat(as(cleo).post("/comments", body, "Idempotency-Key", "k1").at("/id"))
                .isNotEqualTo(first.at("/id"));
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
        Answer told = as(bob).get("/notifications");
        assertThat(told.at("/items/0/facts/reaction")).isEqualTo("up");
        assertThat(told.json().at("/items/0/actor").isMissingNode()).isTrue();
    }

    // --- follows

    @Test
    void who_follows_is_told_once_of_what_is_new() {
        String topic = "topic-" + Ids.next();
        send(new TopicChanged(topic, "Java", "", false), 1, now);
        await().until(() -> as(cleo).put("/follows/topic/" + topic, null).status() == 200);
        as(ada).put("/members/me", null);

        assertThat(as(cleo).put("/follows/member/" + ada, null).at("/name")).isEqualTo("Member " + ada);
        assertThat(as(cleo).put("/follows/member/" + ada, null).status()).isEqualTo(200);
        assertThat(as(cleo).put("/follows/member/" + cleo, null).status()).isEqualTo(422);
        assertThat(as(cleo).put("/follows/member/nobody", null).status()).isEqualTo(404);
        assertThat(as(cleo).get("/follows").json().at("/items").size()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("followed"));

        String question = publishedPost(ada, topic);
        await().untilAsserted(() -> assertThat(kindsTold(cleo)).containsExactly("followed-member-posted"));

        assertThat(as(cleo).put("/follows/post/" + question, null).status()).isEqualTo(200);
        assertThat(as(cleo).delete("/follows/member/" + ada).status()).isEqualTo(204);
        assertThat(as(cleo).delete("/follows/topic/" + topic).status()).isEqualTo(204);
        send(new PostPublished(post(Ids.next(), bob, question)), 2, now);
        publishedPost(ada, topic);
        await().untilAsserted(() -> assertThat(kindsTold(cleo))
                .containsExactlyInAnyOrder("followed-member-posted", "followed-post-answered"));
        await().untilAsserted(() -> assertThat(kindsTold(ada)).contains("answer-posted"));
    }

    @Test
    void an_author_is_told_under_which_rule_their_post_was_held() {
        send(
                new ContentScreened(new ContentStanding(
                        TargetType.POST,
                        Ids.next(),
                        ada,
                        1,
                        Standing.HELD,
                        List.of(new ContentStanding.Reason("links", "Too many links")),
                        null,
                        null,
                        now)),
                1,
                now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-held"));
        Answer told = as(ada).get("/notifications");
        assertThat(told.at("/items/0/facts/rule")).isEqualTo("links");
        assertThat(told.at("/items/0/facts/explanation")).isEqualTo("Too many links");
        assertThat(told.at("/items/0/facts/by")).isEqualTo("machine");
    }

    @Test
    void a_member_who_comes_back_finds_what_they_missed() {
        for (int i = 1; i <= 3; i++) {
            send(points(i, now.minusSeconds(10 - i)), i, now);
        }
        await().untilAsserted(() -> assertThat(kindsTold(ada)).hasSize(3));
        Answer firstPage = as(ada).get("/notifications?limit=2");
        Answer secondPage = as(ada).get("/notifications?limit=2&cursor=" + firstPage.at("/next"));
        assertThat(firstPage.at("/items/0/facts/amount")).isEqualTo("3");
        assertThat(secondPage.at("/items/0/facts/amount")).isEqualTo("1");
        assertThat(secondPage.json().has("next")).isFalse();

        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, secondPage.at("/items/0/id"), stream);

        await().untilAsserted(() -> assertThat(
                        stream.stream().filter(line -> line.startsWith("id:")).toList())
                .containsExactly("id:" + firstPage.at("/items/1/id"), "id:" + firstPage.at("/items/0/id")));
        assertThat(stream).contains("event:notification");
        reader.interrupt();
    }

    @Test
    void history_is_no_news() {
        send(points(1, now.minus(Duration.ofDays(2))), 1, now);
        send(points(2, now), 2, now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).hasSize(1));
        assertThat(as(ada).get("/notifications").at("/items/0/facts/amount")).isEqualTo("2");
    }

    // --- imports

    @Test
    void what_operators_import_keeps_its_time_and_author_and_is_counted_apart() {
        String origin = "origin-" + Ids.next();
        String said = "\"imported\":{\"origin\":\"%s\",\"authorId\":\"%s\",\"at\":\"2018-03-12T18:00:00Z\"}";
        String memberBody = "{\"displayName\":\"Ada\"," + said.formatted(origin, "x") + "}";
        Answer member = operator().post("/members", memberBody, "Idempotency-Key", "user/13");
        assertThat(member.status()).isEqualTo(201);
        String author = member.at("/id");
        assertThat(author).isEqualTo(StableId.ofImport(origin, "user/13"));
        assertThat(member.at("/joinedAt")).isEqualTo("2018-03-12T18:00:00Z");
        assertThat(operator().post("/members", memberBody, "Idempotency-Key", "user/13"))
                .isEqualTo(member);

        String post = Ids.next();
        PostState pending = new PostState(
                post,
                ada,
                PostKind.QUESTION,
                "How?",
                List.of("java"),
                null,
                "text",
                1,
                null,
                PublicationStatus.PENDING,
                null,
                now,
                null,
                origin);
        send(new PostCreated(pending), 1, now);
        String comment =
                "{\"postId\":\"%s\",\"text\":\"Said long ago\",%s}".formatted(post, said.formatted(origin, author));
        await().until(() -> operator()
                        .post("/comments", comment, "Idempotency-Key", "comment/7")
                        .status()
                == 201);
        Answer imported = operator().post("/comments", comment, "Idempotency-Key", "comment/7");
        assertThat(imported.at("/id")).isEqualTo(StableId.ofImport(origin, "comment/7"));
        assertThat(imported.at("/createdAt")).isEqualTo("2018-03-12T18:00:00Z");
        assertThat(imported.at("/author/name")).isEqualTo("Ada");

        String vote = "{" + said.formatted(origin, "voter-1") + "}";
        String up = "/reactions/post/" + post + "/up";
        assertThat(operator().put(up, vote).status()).isEqualTo(400); // without a key
        assertThat(operator().put(up, vote, "Idempotency-Key", "vote/9").status())
                .isEqualTo(200);
        assertThat(operator().put(up, vote, "Idempotency-Key", "vote/9").status())
                .isEqualTo(200);
        assertThat(anybody().get("/members/voter-1").status()).isEqualTo(404);

        assertThat(operator().get("/imports/" + origin).text())
                .isEqualTo("{\"members\":1,\"comments\":1,\"reactions\":1}");
        Answer refused = as(bob).post("/comments", comment, "Idempotency-Key", "comment/8");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/errors/0/field")).isEqualTo("imported");
        assertThat(as(bob).get("/imports/" + origin).status()).isEqualTo(403);
        assertThat(kindsTold(ada)).isEmpty();
    }

    // --- describing itself

    @Test
    void the_api_describes_itself() {
        assertThat(anybody().get("/openapi").text())
                .contains("/api/engagement/reactions/{type}/{targetId}/{kind}", "/api/engagement/notifications/stream");
    }
}
