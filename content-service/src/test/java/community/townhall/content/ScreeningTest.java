/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.moderation.ContentStanding.Reason;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.test.ServiceClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What moderation's rulings make of a post and of its edits. */
class ScreeningTest extends AgainstTheService {

    @Test
    void a_post_waits_for_its_screening_and_is_then_published() {
        Answer written =
                write(ada, "QUESTION", "Why is it so?", "I **wonder**.").expecting(201);
        String id = written.id();
        assertThat(written.at("/status")).isEqualTo("PENDING");
        assertThat(written.header("Location")).isEqualTo("/api/content/posts/" + id);
        assertThat(written.at("/html")).isEqualTo("<p>I <strong>wonder</strong>.</p>\n");
        get("/posts/" + id, null).expecting(404);
        get("/posts/" + id, bob).expecting(404);
        get("/posts/" + id, ada).expecting(200);
        get("/posts/" + id, moderator).expecting(200);

        others.screen(id, 1, Standing.APPROVED, 1);

        awaitStatus(id, "PUBLISHED");
        Answer published = get("/posts/" + id, null).expecting(200);
        assertThat(published.body().has("publishedAt")).isTrue();
        assertThat(published.body().has("moderation")).isFalse();
        assertThat(published.body().path("author").path("name").asString()).isEqualTo("Member " + author);
        await().untilAsserted(() ->
                assertThat(get("/feeds/latest?topic=" + topic, null).ids()).containsExactly(id));
    }

    @Test
    void a_rejected_post_tells_its_author_why_and_can_be_written_anew() {
        String id = write(ada, "DISCUSSION", "Buy now", "cheap pills").id();
        others.screen(id, 1, Standing.REJECTED, 1, new Reason("lexicon", "It advertises"));
        awaitStatus(id, "REJECTED");

        Answer seen = get("/posts/" + id, ada).expecting(200);
        assertThat(seen.body().path("moderation").toString())
                .contains("\"standing\":\"REJECTED\"", "lexicon", "It advertises", "\"by\":\"machine\"");
        get("/posts/" + id, bob).expecting(404);

        Answer again = edit(
                        ada,
                        id,
                        "Health",
                        "Drink water",
                        seen.body().path("version").asLong())
                .expecting(200);
        assertThat(again.at("/status")).isEqualTo("PENDING");
        assertThat(again.body().path("revision").asInt()).isEqualTo(2);
        others.screen(id, 1, Standing.APPROVED, 2); // of the text that is no more
        others.screen(id, 2, Standing.APPROVED, 3);
        awaitStatus(id, "PUBLISHED");
        assertThat(get("/posts/" + id + "/revisions", null).body().path("items").size())
                .isEqualTo(1);
        assertThat(get("/posts/" + id + "/revisions", ada).body().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void an_edit_of_a_published_post_shows_once_it_is_let_through() {
        String id = published(ada, "ARTICLE");
        long version = version(id);

        Answer edited = edit(ada, id, "A new title", "new text", version).expecting(200);
        assertThat(edited.body().path("proposedEdit").path("text").asString()).isEqualTo("new text");
        assertThat(get("/posts/" + id, null).at("/text")).isEqualTo("Some text");
        assertThat(get("/posts/" + id, null).body().has("proposedEdit")).isFalse();
        edit(ada, id, "Another title", "other text", version).expecting(409);

        others.screen(id, 2, Standing.REJECTED, 2, new Reason("lexicon", "No"));
        await().untilAsserted(() -> assertThat(get("/posts/" + id, ada)
                        .body()
                        .path("proposedEdit")
                        .path("moderation")
                        .path("standing")
                        .asString(""))
                .isEqualTo("REJECTED"));
        assertThat(get("/posts/" + id, null).at("/text")).isEqualTo("Some text");

        edit(ada, id, "A newer title", "newer text", version(id)).expecting(200);
        others.screen(id, 3, Standing.APPROVED, 3);
        await().untilAsserted(
                        () -> assertThat(get("/posts/" + id, null).at("/text")).isEqualTo("newer text"));
        assertThat(get("/posts/" + id, null).body().has("editedAt")).isTrue();
        List<Integer> forReaders = get("/posts/" + id + "/revisions", null)
                .body()
                .path("items")
                .valueStream()
                .map(revision -> revision.path("revision").asInt())
                .toList();
        assertThat(forReaders).containsExactly(3, 1);
        assertThat(get("/posts/" + id + "/revisions", moderator)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_moderators_takedown_and_its_reversal_take_effect_whatever_order_they_come_in() {
        String id = published(ada, "DISCUSSION");
        others.hide(id, 1, 2, new Reason("harassment", "Mind your tone"));
        awaitStatus(id, "HIDDEN");
        get("/posts/" + id, null).expecting(404);
        get("/posts/" + id + "/thread", bob).expecting(404);
        assertThat(get("/posts/" + id, ada).body().path("moderation").path("by").asString())
                .isEqualTo("person");
        edit(ada, id, "Sorry", "Sorry", version(id)).expecting(409);

        others.restore(id, 1, 4);
        awaitStatus(id, "PUBLISHED");
        edit(ada, id, "A title", "a milder text", version(id)).expecting(200);
        others.hide(id, 1, 3); // late
        others.screen(id, 2, Standing.HELD, 5); // after it on the same partition
        await().untilAsserted(() -> assertThat(get("/posts/" + id, ada)
                        .body()
                        .path("proposedEdit")
                        .path("moderation")
                        .path("standing")
                        .asString(""))
                .isEqualTo("HELD"));
        assertThat(get("/posts/" + id, null).at("/text")).isEqualTo("Some text");
    }
}
