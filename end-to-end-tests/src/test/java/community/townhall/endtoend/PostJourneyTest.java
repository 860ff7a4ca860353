/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the writing of a post to all that follows from it in the four services. */
class PostJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);
    private final String author = Community.newMember();
    private final String reader = Community.newMember();

    @Test
    void a_new_members_post_is_screened_published_rewarded_and_told_of() {
        Client member = townhall.member(author);
        Client.Reply written = member.post("/api/content/posts", Community.post("DISCUSSION", "Hello everybody"))
                .expect(201);
        assertThat(written.field("status")).isEqualTo("PENDING");
        String postId = written.field("id");

        community.awaitPostStatus(postId, author, "PUBLISHED");

        await().atMost(PATIENCE).until(() -> community.balance(author) > 0);
        JsonNode entry = member.get("/api/rewards/accounts/me/entries")
                .expect(200)
                .body()
                .path("items")
                .path(0);
        assertThat(entry.path("subjectId").asString()).isEqualTo(postId);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notificationKinds(author)).contains("post-published", "points-earned"));
        assertThat(verdictsOf(postId)).contains("length", "lexicon", "links", "velocity", "new-member", "repeat");
        townhall.anonymous().get("/api/content/posts/" + postId).expect(200);
    }

    @Test
    void what_is_moved_at_once_by_deleting_and_writing_it_again_is_published() {
        Client member = townhall.member(author);
        Map<String, Object> text = Community.post("DISCUSSION", "Written in the wrong place at first");
        String misplaced = member.post("/api/content/posts", text).expect(201).field("id");
        community.awaitPostStatus(misplaced, author, "PUBLISHED");

        member.delete("/api/content/posts/" + misplaced).expect(204);
        String moved = member.post("/api/content/posts", text).expect(201).field("id");

        community.awaitPostStatus(moved, author, "PUBLISHED");
    }

    @Test
    void what_a_moderator_removes_is_gone_with_its_points_and_what_they_restore_is_back_with_them() {
        String postId = community.publishedPost(author, "DISCUSSION", "Soon to be removed");
        await().atMost(PATIENCE).until(() -> community.balance(author) > 0);
        long forThePost = community.balance(author);
        vote(reader, postId);
        await().atMost(PATIENCE).until(() -> community.balance(author) > forThePost);
        long withTheVote = community.balance(author);

        decide(postId, "REMOVE");

        community.awaitPostStatus(postId, author, "REMOVED");
        community.awaitBalance(author, 0);
        townhall.anonymous().get("/api/content/posts/" + postId).expect(404);
        JsonNode told = townhall.member(author)
                .get("/api/content/posts/" + postId)
                .expect(200)
                .body()
                .path("moderation");
        assertThat(told.path("reasons").path(0).path("rule").asString()).isEqualTo("off-topic");
        assertThat(told.path("by").asString()).isEqualTo("person");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notificationKinds(author)).contains("content-removed"));

        decide(postId, "RESTORE");

        community.awaitPostStatus(postId, author, "PUBLISHED");
        community.awaitBalance(author, withTheVote);
        townhall.settle();
        assertThat(community.balance(author)).isEqualTo(withTheVote);
        assertThat(ledgerImbalance()).isZero();
    }

    @Test
    void an_accepted_answer_and_an_up_vote_earn_their_author_points_and_taking_them_back_takes_the_points_back() {
        String asker = Community.newMember();
        String question = community.publishedPost(asker, "QUESTION", "How does this work");
        String answer = townhall.member(author)
                .post("/api/content/posts/" + question + "/answers", Map.of("text", "Like this, " + UUID.randomUUID()))
                .expect(201)
                .field("id");
        community.awaitPostStatus(answer, author, "PUBLISHED");
        await().atMost(PATIENCE).until(() -> community.balance(author) > 0);
        long forTheAnswer = community.balance(author);

        townhall.member(asker)
                .put("/api/content/posts/" + question + "/accepted-answer", Map.of("answerId", answer))
                .expect(200);
        vote(reader, answer);

        await().atMost(PATIENCE).until(() -> entriesOf(author).size() == 3);
        assertThat(community.balance(author)).isGreaterThan(forTheAnswer);

        townhall.member(asker)
                .delete("/api/content/posts/" + question + "/accepted-answer")
                .expect(200);
        townhall.member(reader)
                .delete("/api/engagement/reactions/post/" + answer + "/up")
                .expect(200);

        community.awaitBalance(author, forTheAnswer);
    }

    @Test
    void a_comment_is_screened_shown_and_counted() {
        String postId = community.publishedPost(author, "DISCUSSION", "Let us talk");
        Map<String, Object> text = Map.of("postId", postId, "text", "Gladly, " + UUID.randomUUID());
        // Engagement hears of the post a moment after content shows it.
        await().atMost(PATIENCE)
                .until(() -> townhall.member(reader)
                                .post("/api/engagement/comments", text, "the-comment")
                                .status()
                        == 201);
        String comment = townhall.member(reader)
                .post("/api/engagement/comments", text, "the-comment")
                .expect(201)
                .field("id");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(townhall.anonymous()
                                .get("/api/engagement/comments?post=" + postId)
                                .body()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString())
                        .isEqualTo(comment));
        await().atMost(PATIENCE)
                .until(() -> townhall.anonymous()
                                .get("/api/content/posts/" + postId)
                                .body()
                                .path("comments")
                                .asLong()
                        == 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notificationKinds(author)).contains("comment-posted"));
    }

    @Test
    void the_same_request_sent_twice_creates_one_post_and_another_under_its_key_is_refused() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> post = Community.post("DISCUSSION", "Once only");

        String first = townhall.member(author)
                .post("/api/content/posts", post, key)
                .expect(201)
                .field("id");
        String second = townhall.member(author)
                .post("/api/content/posts", post, key)
                .expect(201)
                .field("id");
        Client.Reply other =
                townhall.member(author).post("/api/content/posts", Community.post("DISCUSSION", "Another"), key);

        assertThat(second).isEqualTo(first);
        assertThat(other.expect(422).body().path("errors").path(0).path("field").asString())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void one_key_serves_for_a_post_and_for_a_comment_which_are_two_things() {
        String key = UUID.randomUUID().toString();
        String read = community.publishedPost(reader, "DISCUSSION", "To be commented on");
        String post = townhall.member(author)
                .post("/api/content/posts", Community.post("DISCUSSION", "By that key"), key)
                .expect(201)
                .field("id");
        String comment = townhall.member(author)
                .post("/api/engagement/comments", Map.of("postId", read, "text", "By that key as well"), key)
                .expect(201)
                .field("id");

        assertThat(comment).isNotEqualTo(post);
        community.awaitPostStatus(post, author, "PUBLISHED");
        await().atMost(PATIENCE)
                .until(() -> townhall.anonymous()
                        .get("/api/engagement/comments?post=" + read)
                        .body()
                        .path("items")
                        .findValuesAsString("id")
                        .contains(comment));
    }

    @Test
    void a_held_post_waits_for_a_moderator_who_lets_it_through() {
        Map<String, Object> withManyLinks = Map.of(
                "kind",
                "DISCUSSION",
                "title",
                "Look at all these",
                "text",
                "https://a.example https://b.example https://c.example https://d.example https://e.example "
                        + "https://f.example https://g.example https://h.example " + UUID.randomUUID(),
                "topics",
                List.of(Community.TOPIC));
        String postId = townhall.member(author)
                .post("/api/content/posts", withManyLinks)
                .expect(201)
                .field("id");
        community.awaitPostStatus(postId, author, "HELD");

        JsonNode held = caseOf(postId);
        townhall.moderator()
                .post(
                        "/api/moderation/cases/" + held.path("id").asString() + "/decision",
                        Map.of(
                                "action",
                                "APPROVE",
                                "version",
                                held.path("version").asLong()))
                .expect(200);

        community.awaitPostStatus(postId, author, "PUBLISHED");
    }

    private JsonNode caseOf(String targetId) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(PATIENCE).until(() -> {
            JsonNode cases = townhall.moderator()
                    .get("/api/moderation/cases?limit=100")
                    .expect(200)
                    .body();
            for (JsonNode each : cases.path("items")) {
                if (each.path("targetId").asString().equals(targetId)) {
                    found[0] = each;
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private void decide(String postId, String action) {
        townhall.moderator()
                .post(
                        "/api/moderation/decisions",
                        Map.of(
                                "targetType", "POST",
                                "targetId", postId,
                                "action", action,
                                "rule", "off-topic",
                                "explanation", "It does not belong here"))
                .expect(201);
    }

    private void vote(String memberId, String postId) {
        await().atMost(PATIENCE)
                .until(() -> townhall.member(memberId)
                                .send("PUT", "/api/engagement/reactions/post/" + postId + "/up", null, null)
                                .status()
                        == 200);
    }

    private List<String> notificationKinds(String memberId) {
        return strings(townhall.member(memberId).get("/api/engagement/notifications?limit=100"), "items", "kind");
    }

    private List<String> verdictsOf(String postId) {
        JsonNode screenings = townhall.moderator()
                .get("/api/moderation/screenings/" + postId)
                .expect(200)
                .body();
        return screenings.findValuesAsString("phase");
    }

    private List<JsonNode> entriesOf(String memberId) {
        return StreamSupport.stream(
                        townhall.member(memberId)
                                .get("/api/rewards/accounts/me/entries")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private long ledgerImbalance() {
        return townhall.operator()
                .get("/api/rewards/ledger/audit")
                .expect(200)
                .body()
                .path("imbalance")
                .asLong(-1);
    }

    private static List<String> strings(Client.Reply reply, String list, String field) {
        return StreamSupport.stream(reply.body().path(list).spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }
}
