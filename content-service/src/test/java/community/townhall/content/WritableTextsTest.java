/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Which texts, titles and descriptions may be written at all. What is refused leaves nothing behind. */
class WritableTextsTest extends AgainstTheService {

    /** With the rule that each breaks. */
    private static final Map<String, String> UNWRITABLE = Map.ofEntries(
            Map.entry("<!-- x -->", "unreadable"),
            Map.entry("#", "unreadable"),
            Map.entry("&nbsp;", "unreadable"),
            Map.entry("\u200B\u200B", "unreadable"),
            Map.entry("![](https://e.example/p.png)", "unreadable"),
            Map.entry("a\u0000b", "characters"),
            Map.entry("fu\u0001ck", "characters"),
            Map.entry(">".repeat(2_500) + "a", "depth"),
            Map.entry("1. ".repeat(1_000) + "a", "depth"),
            Map.entry("*a ".repeat(2_000) + "a*".repeat(2_000), "cost"),
            Map.entry("|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "a|\n".repeat(1_000), "cells"),
            Map.entry("www.a.example ".repeat(2_001), "links"),
            Map.entry("<https://a.example> ".repeat(2_001), "links"));

    @Test
    void no_post_draft_answer_or_edit_says_what_cannot_be_read_or_shown() {
        String question = published(ada, "QUESTION");
        long version = version(question);
        UNWRITABLE.forEach((text, rule) -> {
            Map<String, Object> post = post("DISCUSSION", "A title", text);

            send(HttpMethod.POST, "/posts", ada, post).expecting(422).naming("text", rule);
            send(HttpMethod.POST, "/posts", ada, with(post, "draft", true))
                    .expecting(422)
                    .naming("text", rule);
            send(HttpMethod.POST, "/posts/" + question + "/answers", ada, Map.of("text", text))
                    .expecting(422)
                    .naming("text", rule);
            edit(ada, question, "A title", text, version).expecting(422).naming("text", rule);
        });
        assertThat(get("/posts", ada).ids()).containsExactly(question);
        assertThat(get("/posts/" + question + "/revisions", ada).body().path("items"))
                .hasSize(1);
    }

    @Test
    void no_title_or_topic_has_a_name_with_what_is_not_seen() {
        String question = published(ada, "QUESTION");
        long version = version(question);
        for (String title : List.of(
                "\u200B\u200B\u200B",
                "A \u202E title",
                "A\u0000title",
                "A\ntitle",
                "A title\u0007",
                "\u3164\u3164\u3164",
                "A\u034Ftitle")) {
            write(ada, "QUESTION", title, "text").expecting(422).naming("title", "characters");
            edit(ada, question, title, "text", version).expecting(422).naming("title", "characters");
            send(HttpMethod.PUT, "/topics/t1", operator, Map.of("name", title))
                    .expecting(422)
                    .naming("name", "characters");
        }
        write(ada, "QUESTION", "👩‍👩‍👧 می‌خواهم नमिता ❤️", "text").expecting(201);
    }

    @Test
    void a_topics_description_is_a_text_without_control_characters() {
        send(HttpMethod.PUT, "/topics/t1", operator, Map.of("name", "T", "description", "a\u0007b"))
                .expecting(422)
                .naming("description", "characters");
        send(HttpMethod.PUT, "/topics/t1", operator, Map.of("name", "T", "description", "two\nlines"))
                .expecting(201);
        get("/topics/t1/rss", null).expecting(200);
    }
}
