/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a word of thanks to the profile, the points and the notification of whom it is for, and back. */
class ThanksJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);
    private final String author = Community.newMember();
    private final String reader = Community.newMember();

    @Test
    void a_thanks_is_screened_shown_told_and_rewarded_and_all_of_it_goes_with_the_thanks() {
        String post = community.publishedPost(author, "DISCUSSION", "Worth a word of thanks");
        await().atMost(PATIENCE).until(() -> community.balance(author) == 5);

        thank(post, "You saved my **week**").expect(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received())
                        .singleElement()
                        .satisfies(thanks ->
                                assertThat(thanks.path("html").asString()).contains("<strong>week</strong>")));
        community.awaitBalance(author, 5 + 5);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toldToAuthor()).contains("thanks-received"));

        townhall.member(reader).delete("/api/engagement/thanks/post/" + post).expect(204);

        community.awaitBalance(author, 5);
        assertThat(received()).isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toldToAuthor()).doesNotContain("thanks-received"));
    }

    @Test
    void what_is_no_thanks_waits_for_a_moderator_and_is_gone_when_they_remove_it() {
        String post = community.publishedPost(author, "DISCUSSION", "Thanked for in doubtful words");
        String id = thank(post, "Thanks for the b.u.l.l.s.h.i.t").expect(200).field("id");
        awaitStanding(id, "HELD");
        assertThat(received()).isEmpty();
        JsonNode held = await().atMost(PATIENCE)
                .until(() -> townhall.moderator().get("/api/moderation/cases/" + id), reply -> reply.status() == 200)
                .body();
        assertThat(held.path("targetType").asString()).isEqualTo("THANKS");

        townhall.moderator()
                .post(
                        "/api/moderation/cases/" + id + "/decision",
                        Map.of(
                                "action",
                                "APPROVE",
                                "version",
                                held.path("version").asLong()))
                .expect(200);
        await().atMost(PATIENCE).until(() -> received().size() == 1);

        townhall.moderator()
                .post(
                        "/api/moderation/decisions",
                        Map.of(
                                "targetType",
                                "THANKS",
                                "targetId",
                                id,
                                "action",
                                "REMOVE",
                                "rule",
                                "harassment",
                                "explanation",
                                "That is no thanks"))
                .expect(201);
        await().atMost(PATIENCE).until(() -> received().isEmpty());
        community.awaitBalance(author, 5);
        thank(post, "In other words").expect(409);
    }

    private Client.Reply thank(String post, String word) {
        return townhall.member(reader).put("/api/engagement/thanks/post/" + post, Map.of("word", word));
    }

    private void awaitStanding(String id, String standing) {
        await().atMost(PATIENCE)
                .until(() -> townhall.moderator()
                        .get("/api/moderation/screenings/" + id)
                        .body()
                        .path("standing")
                        .asString()
                        .equals(standing));
    }

    private List<JsonNode> received() {
        return townhall.anonymous()
                .get("/api/engagement/members/" + author + "/thanks")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> toldToAuthor() {
        return townhall.member(author)
                .get("/api/engagement/notifications?limit=100")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("kind").asString())
                .toList();
    }
}
