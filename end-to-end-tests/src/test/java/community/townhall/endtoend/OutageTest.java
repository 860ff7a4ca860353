/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that stands still for a while costs time, and nothing else. */
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POSTS = 5;

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);
    private final List<String> stopped = new ArrayList<>();

    @AfterEach
    void startWhatWasStopped() {
        stopped.forEach(service ->
                assertThat(townhall.command("start", service).exitCode()).isZero());
        stopped.clear();
    }

    @Test
    void posts_written_while_moderation_is_away_are_published_when_it_is_back_once() {
        stop("moderation");
        List<String> authors = authors();
        List<String> posts = authors.stream()
                .map(author -> community.writePost(author, "DISCUSSION", "While moderation is away"))
                .toList();
        assertThat(statusOf(posts.getFirst(), authors.getFirst())).isEqualTo("PENDING");
        String address = "/api/content/posts/" + posts.getFirst();
        townhall.anonymous().get(address).expect(404);
        townhall.member(Community.newMember()).get(address).expect(404);
        townhall.moderator().get(address).expect(200);

        startWhatWasStopped();

        for (int i = 0; i < POSTS; i++) {
            community.awaitPostStatus(posts.get(i), authors.get(i), "PUBLISHED");
        }
        townhall.settle();
        authors.forEach(author -> assertThat(entriesOf(author)).as(author).hasSize(1));
    }

    @Test
    void points_earned_while_rewards_is_away_arrive_when_it_is_back_once() {
        stop("rewards");
        List<String> authors = authors();
        for (String author : authors) {
            community.publishedPost(author, "DISCUSSION", "While rewards is away");
        }

        startWhatWasStopped();

        for (String author : authors) {
            await().atMost(PATIENCE).until(() -> entriesOf(author).size() == 1);
        }
        townhall.settle();
        authors.forEach(author -> assertThat(entriesOf(author)).as(author).hasSize(1));
    }

    private static List<String> authors() {
        List<String> authors = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            authors.add(Community.newMember());
        }
        return authors;
    }

    private String statusOf(String postId, String author) {
        return townhall.member(author).get("/api/content/posts/" + postId).field("status");
    }

    private List<String> entriesOf(String memberId) {
        List<String> ids = new ArrayList<>();
        townhall.member(memberId)
                .get("/api/rewards/accounts/me/entries")
                .body()
                .path("items")
                .forEach(entry -> ids.add(entry.path("id").asString()));
        return ids;
    }

    private void stop(String service) {
        assumeTrue(System.getenv("TOWNHALL_URL") == null, "stops processes of a standalone Townhall");
        assertThat(townhall.command("stop", service).exitCode()).isZero();
        stopped.add(service);
    }
}
