/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests take for granted: a topic, members, posts that have come through. */
final class Community {

    static final String TOPIC = "end-to-end";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Townhall townhall;

    Community(Townhall townhall) {
        this.townhall = townhall;
        townhall.operator()
                .put(
                        "/api/content/topics/" + TOPIC,
                        Map.of("name", "End to end", "description", "What tests talk about"));
    }

    /** An id nobody else uses. */
    static String newMember() {
        return "e2e-" + UUID.randomUUID();
    }

    /** @return the id of the post, which may still be pending */
    String writePost(String memberId, String kind, String title) {
        return townhall.member(memberId)
                .post("/api/content/posts", post(kind, title))
                .expect(201)
                .field("id");
    }

    static Map<String, Object> post(String kind, String title) {
        return Map.of(
                "kind",
                kind,
                "title",
                title,
                "text",
                title + ": a text of its own, " + UUID.randomUUID(),
                "topics",
                List.of(TOPIC));
    }

    String publishedPost(String memberId, String kind, String title) {
        String id = writePost(memberId, kind, title);
        awaitPostStatus(id, memberId, "PUBLISHED");
        return id;
    }

    void awaitPostStatus(String postId, String authorId, String status) {
        await().atMost(PATIENCE)
                .until(() -> townhall.member(authorId)
                        .get("/api/content/posts/" + postId)
                        .field("status")
                        .equals(status));
    }

    long balance(String memberId) {
        return townhall.member(memberId)
                .get("/api/rewards/accounts/me")
                .expect(200)
                .body()
                .path("balance")
                .asLong();
    }

    void awaitBalance(String memberId, long balance) {
        await().atMost(PATIENCE).until(() -> balance(memberId) == balance);
    }
}
