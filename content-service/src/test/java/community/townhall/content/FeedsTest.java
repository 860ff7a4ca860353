/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.content.figures.PostFigures;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The lists of posts, as pages and as RSS. */
class FeedsTest extends AgainstTheService {

    @Autowired
    private PostFigures figures;

    @Test
    void feeds_page_through_everything_once_and_the_hot_one_follows_the_score() {
        List<String> posts = List.of(
                published(ada, "DISCUSSION"),
                published(ada, "DISCUSSION"),
                published(bob, "ARTICLE"),
                published(bob, "DISCUSSION"),
                published(ada, "EXPERIENCE"));
        others.tally(posts.get(1), 3, 1000, 0, 0);
        others.tally(posts.get(1), 2, 0, 50, 0); // late

        await().untilAsserted(() ->
                assertThat(pages("/feeds/hot?topic=" + topic)).hasSize(5).startsWith(posts.get(1), posts.get(4)));
        await().untilAsserted(() ->
                assertThat(pages("/feeds/latest?topic=" + topic)).containsExactlyElementsOf(posts.reversed()));
        assertThat(get("/feeds/latest", null).ids()).contains(posts.get(4));
        await().untilAsserted(() -> assertThat(
                        get("/members/" + author + "/posts", null).ids())
                .containsExactly(posts.get(4), posts.get(1), posts.get(0)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/topics/" + topic, null)
                                .body()
                                .path("posts")
                                .asInt())
                        .isEqualTo(5));
        JsonNode summary =
                get("/feeds/latest?topic=" + topic, null).body().path("items").path(0);
        assertThat(summary.path("excerpt").asString()).isEqualTo("Some text");
        assertThat(summary.has("text")).isFalse();
    }

    @Test
    void a_post_is_not_ranked_by_a_publication_that_is_not_its_own() {
        String older = published(ada, "DISCUSSION");
        String newer = published(ada, "DISCUSSION");
        await().untilAsserted(
                        () -> assertThat(pages("/feeds/hot?topic=" + topic)).containsExactly(newer, older));

        figures.rank(older, Instant.now().plus(Duration.ofDays(9)));

        String newest = published(ada, "DISCUSSION"); // shows in a feed that was read afterwards
        await().untilAsserted(
                        () -> assertThat(pages("/feeds/hot?topic=" + topic)).contains(newest));
        assertThat(pages("/feeds/hot?topic=" + topic)).containsExactly(newest, newer, older);
    }

    @Test
    void where_a_feed_goes_on_is_none_of_another_feeds_business() {
        published(ada, "QUESTION");
        published(ada, "QUESTION");
        String own = "/feeds/hot?limit=1&topic=" + topic;
        await().untilAsserted(() -> assertThat(get(own, null).at("/next")).isNotEmpty());
        String cursor = "&cursor=" + get(own, null).at("/next");

        get(own + cursor, null).expecting(200);
        get("/feeds/hot?limit=50&topic=" + topic + cursor, null).expecting(200);
        for (String other : List.of(
                "/feeds/latest?topic=" + topic,
                "/feeds/unanswered?topic=" + topic,
                "/feeds/hot?topic=other",
                "/feeds/hot?limit=1",
                "/members/" + author + "/posts?limit=1",
                "/posts?status=DRAFT")) {
            get(other + cursor, ada).expecting(422).naming("cursor", "of-this-list");
        }
        get("/feeds/latest?cursor=" + get(own, null).at("/next").substring(9), null)
                .expecting(400)
                .naming("cursor", "Pattern");
    }

    @Test
    void rss_carries_the_newest_posts() {
        String id = published(ada, "ARTICLE");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(rss())
                    .contains(
                            "<rss",
                            "<title>A title</title>",
                            TestTokens.ISSUER + "/#/posts/" + id,
                            "Some text",
                            "<dc:creator>")
                    .doesNotContain("<author>"); // in RSS 2.0 an e-mail address
        });
        get("/topics/nowhere/rss", null).expecting(404);
    }

    private List<String> pages(String path) {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(path + "&limit=2&cursor=" + cursor, null).expecting(200);
            ids.addAll(page.ids());
            cursor = page.at("/next");
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void rss_shows_what_looks_like_html_and_is_none() {
        String id = write(
                        ada, "DISCUSSION", "How to close a <b> tag", "Never write `<img src=x onerror=alert(1)>` here")
                .expecting(201)
                .id();
        others.screen(id, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");

        await().untilAsserted(() -> assertThat(rss())
                .contains("<title>How to close a &lt;b&gt; tag</title>")
                .contains("Never write &amp;lt;img src=x onerror=alert(1)&amp;gt; here"));
    }

    private String rss() {
        Answer feed = get("/topics/" + topic + "/rss", null).expecting(200);
        assertThat(feed.header("Content-Type")).startsWith("application/rss+xml");
        return feed.text();
    }
}
