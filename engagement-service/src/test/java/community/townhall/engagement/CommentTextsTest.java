/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.test.ServiceClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What a comment may say, and that no comment keeps others from being read. */
class CommentTextsTest extends AgainstTheService {

    @Autowired
    MongoOperations mongo;

    /** With the rule that each breaks. */
    private static final Map<String, String> UNWRITABLE = Map.ofEntries(
            Map.entry(" ", "unreadable"),
            Map.entry("<!-- x -->", "unreadable"),
            Map.entry("#", "unreadable"),
            Map.entry("&nbsp;", "unreadable"),
            Map.entry("![](https://e.example/p.png)", "unreadable"),
            Map.entry("\u0000", "unreadable"),
            Map.entry("a\u0000b", "characters"),
            Map.entry("a".repeat(10_001), "length"),
            Map.entry("> ".repeat(4_000) + "hi", "depth"),
            Map.entry(">".repeat(1_000), "depth"),
            Map.entry("1. ".repeat(330) + "a", "depth"),
            Map.entry("> - ".repeat(240) + "a", "depth"));

    @Test
    void no_comment_or_edit_says_what_cannot_be_read_or_shown() {
        String post = publishedPost(ada);
        String id = comment(post, "First").at("/id");
        UNWRITABLE.forEach((text, rule) -> {
            ServiceClient.Answer refused = comment(post, text);
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.at("/errors/0/field")).isEqualTo("text");
            String body =
                    JSON.createObjectNode().put("text", text).put("version", 1).toString();
            assertThat(as(bob).put("/comments/" + id, body).at("/errors/0/field"))
                    .isEqualTo("text");
        });
        assertThat(as(bob).get("/comments?post=" + post).body().at("/items").size())
                .isEqualTo(1);
    }

    @Test
    void a_stored_text_that_cannot_be_rendered_is_shown_as_it_stands() {
        String post = publishedPost(ada);
        String id = comment(post, "First").at("/id");
        String deep = "> ".repeat(4_000) + "hi";
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update().set("text", deep).set("revision", 2),
                "comments");

        ServiceClient.Answer list = as(bob).get("/comments?post=" + post);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("/items/0/html")).startsWith("<p>&gt; &gt;").endsWith("hi</p>");
    }

    @Test
    void a_picture_shows_its_alternative_text() {
        assertThat(comment(publishedPost(ada), "![pic](https://e.example/p.png)")
                        .at("/html"))
                .contains(">pic</a>")
                .doesNotContain("<img");
    }

    @Test
    void long_comments_come_in_parts() {
        String post = publishedPost(ada);
        List<String> written = Stream.generate(
                        () -> comment(post, "long ".repeat(1_990)).at("/id"))
                .limit(60)
                .toList();
        written.forEach(id -> judge(id, bob, 1, 1, Standing.APPROVED));
        await().until(() -> anybody().get("/comments/" + written.getLast()).status() == 200
                && written.stream()
                        .allMatch(id -> anybody().get("/comments/" + id).status() == 200));

        List<String> read = new ArrayList<>();
        int parts = 0;
        for (String query = "post=" + post; !query.isEmpty(); parts++) {
            ServiceClient.Answer part = anybody().get("/comments?" + query);
            assertThat(part.text()).hasSizeLessThan(1_500_000);
            part.body().at("/items").forEach(item -> read.add(item.at("/id").asString()));
            query = part.body().has("next") ? "post=" + post + "&cursor=" + part.at("/next") : "";
        }

        assertThat(parts).isGreaterThan(1);
        assertThat(read).containsExactlyElementsOf(written);
    }

    private ServiceClient.Answer comment(String postId, String text) {
        return as(bob).post(
                        "/comments",
                        JSON.createObjectNode()
                                .put("postId", postId)
                                .put("text", text)
                                .toString());
    }
}
