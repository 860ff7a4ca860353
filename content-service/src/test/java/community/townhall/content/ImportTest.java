/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.StableId;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** History from elsewhere, as an operator imports it. */
class ImportTest extends AgainstTheService {

    @Test
    void an_operator_imports_history_with_its_own_times_and_authors() {
        String origin = "o" + Ids.next() + ".example";
        Map<String, Object> question =
                with(post("QUESTION", "Old question", "<p>Old <b>text</b></p>"), "imported", imported(origin));
        send(HttpMethod.POST, "/posts", operator, question).expecting(422).naming("Idempotency-Key", "required");
        Answer written = sendKeyed("/posts", operator, "post/1", question).expecting(201);
        String id = StableId.ofImport(origin, "post/1");
        assertThat(written.id()).isEqualTo(id);
        assertThat(written.at("/createdAt")).isEqualTo("2018-03-12T21:21:57.200Z");
        assertThat(written.at("/html")).contains("<b>text</b>");
        // Neither is published yet: history need not wait.
        String answer = sendKeyed(
                        "/posts/" + id + "/answers",
                        operator,
                        "post/2",
                        Map.of("text", "Old answer", "imported", imported(origin)))
                .expecting(201)
                .id();
        send(
                        HttpMethod.PUT,
                        "/posts/" + id + "/accepted-answer",
                        operator,
                        Map.of("answerId", answer, "imported", Map.of("origin", origin, "at", "2018-03-13T00:00:00Z")))
                .expecting(200);
        sendKeyed("/posts", operator, "post/1", question).expecting(201);

        assertThat(get("/imports/" + origin, operator).body().toString())
                .isEqualTo("{\"topics\":0,\"wikis\":0,\"questions\":1,\"answers\":1,\"posts\":2}");
        others.screen(id, 1, Standing.APPROVED, 1);
        others.screen(answer, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");
        awaitStatus(answer, "PUBLISHED");
        Answer published = get("/posts/" + id, null);
        assertThat(published.at("/publishedAt")).isEqualTo("2018-03-12T21:21:57.200Z");
        assertThat(published.at("/origin")).isEqualTo(origin);
        assertThat(published.at("/acceptedAnswerId")).isEqualTo(answer);
    }

    @Test
    void an_imported_topic_never_describes_anew_one_that_is_there_from_elsewhere() {
        String own = "Topic " + topic;
        Map<String, Object> imported = Map.of("name", topic, "imported", Map.of("origin", "elsewhere.example"));

        Answer kept =
                send(HttpMethod.PUT, "/topics/" + topic, operator, imported).expecting(200);

        assertThat(kept.at("/name")).isEqualTo(own);
    }

    @Test
    void what_operators_changed_since_stays_when_the_import_is_repeated() {
        String slug = "q" + Ids.next().substring(24);
        String origin = "o" + Ids.next() + ".example";
        String path = "/topics/" + slug;
        Map<String, Object> from = Map.of("origin", origin);
        Map<String, Object> tag = Map.of("name", slug, "imported", from);
        Map<String, Object> excerpt = Map.of("name", slug, "description", "Theirs", "imported", from);
        Map<String, Object> wiki = Map.of("text", "Their words", "imported", from);
        send(HttpMethod.PUT, path, operator, tag).expecting(201);
        for (int time = 0; time < 2; time++) {
            send(HttpMethod.PUT, path, operator, excerpt).expecting(200);
            send(HttpMethod.PUT, path + "/wiki", operator, wiki).expecting(200);
        }
        send(HttpMethod.PUT, path, operator, tag).expecting(200);
        assertThat(get(path, null).at("/description")).isEqualTo("Theirs");

        send(HttpMethod.PUT, path, operator, Map.of("name", "Ours", "description", ""))
                .expecting(200);
        send(HttpMethod.PUT, path + "/wiki", operator, Map.of("text", "Our words"))
                .expecting(200);

        for (Map<String, Object> again : List.of(tag, excerpt)) {
            assertKept(send(HttpMethod.PUT, path, operator, again));
        }
        assertKept(send(HttpMethod.PUT, path + "/wiki", operator, wiki));
        assertThat(get(path, null).at("/name")).isEqualTo("Ours");
        assertThat(get(path, null).at("/description")).isEmpty();
        assertThat(get(path + "/wiki", null).at("/text")).isEqualTo("Our words");
        assertThat(get("/imports/" + origin, operator).at("/wikis")).isEqualTo("1");
    }

    @Test
    void what_a_newer_dump_says_otherwise_of_a_topic_is_not_taken() {
        String slug = "q" + Ids.next().substring(24);
        Map<String, Object> from = Map.of("origin", "o" + Ids.next() + ".example");
        String path = "/topics/" + slug;
        send(HttpMethod.PUT, path, operator, Map.of("name", slug, "description", "Old", "imported", from))
                .expecting(201);
        send(HttpMethod.PUT, path + "/wiki", operator, Map.of("text", "Old words", "imported", from))
                .expecting(200);

        assertKept(send(HttpMethod.PUT, path, operator, Map.of("name", slug, "description", "New", "imported", from)));
        assertKept(send(HttpMethod.PUT, path + "/wiki", operator, Map.of("text", "New words", "imported", from)));

        assertThat(get(path, null).at("/description")).isEqualTo("Old");
        assertThat(get(path + "/wiki", null).at("/text")).isEqualTo("Old words");
    }

    private static void assertKept(Answer answer) {
        assertThat(answer.expecting(409).at("/type")).isEqualTo("urn:townhall:problem:kept");
    }

    @Test
    void what_is_html_elsewhere_is_html_here() {
        String origin = "o" + Ids.next() + ".example";
        String html = "<p>Use <i>this</i>:</p>\n<pre><code>x\n\n# List&lt;String&gt;\n</code></pre><!-- a -->";
        Map<String, Object> question =
                with(with(post("QUESTION", "Old question", html), "imported", imported(origin)), "markup", "HTML");
        Answer written = sendKeyed("/posts", operator, "post/1", question).expecting(201);

        assertThat(written.at("/markup")).isEqualTo("HTML");
        assertThat(written.at("/html"))
                .contains("<p>Use <i>this</i>:</p>", "<pre><code>x\n\n# List&lt;String&gt;\n</code></pre>")
                .doesNotContain("<!--");
        sendKeyed("/posts", operator, "post/1", question).expecting(201);
        send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", html), "markup", "HTML"))
                .expecting(422)
                .naming("markup", "imported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2999-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void history_is_of_the_past_and_not_before_there_was_any(String at) {
        // Beyond the years of four digits it is no time at all, wherever it stands.
        String rule = at.matches("[+-].*") ? "range" : "past";
        Map<String, Object> imported = with(imported("my_site"), "at", at);
        sendKeyed("/posts", operator, Ids.next(), with(post("QUESTION", "A title", "text"), "imported", imported))
                .expecting(422)
                .naming("imported.at", rule);
        send(
                        HttpMethod.PUT,
                        "/posts/" + published(ada, "QUESTION") + "/accepted-answer",
                        operator,
                        Map.of("answerId", "a", "imported", Map.of("origin", "x.org", "at", at)))
                .expecting(422)
                .naming("imported.at", rule);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "not a host", "-x.org", "\u200Bx.org"})
    void whatever_comes_from_elsewhere_says_from_where_by_one_rule(@Nullable String origin) {
        Map<String, Object> from = new HashMap<>(imported("x.org"));
        from.put("origin", origin);
        Map<String, Object> fromThere = new HashMap<>();
        fromThere.put("origin", origin);
        String question = published(ada, "QUESTION");
        for (Answer answer : List.of(
                sendKeyed("/posts", operator, Ids.next(), with(post("QUESTION", "A title", "text"), "imported", from)),
                sendKeyed(
                        "/posts/" + question + "/answers",
                        operator,
                        Ids.next(),
                        Map.of("text", "An answer", "imported", from)),
                send(
                        HttpMethod.PUT,
                        "/posts/" + question + "/accepted-answer",
                        operator,
                        Map.of("answerId", "a", "imported", from)),
                send(HttpMethod.PUT, "/topics/" + topic, operator, Map.of("name", "N", "imported", fromThere)),
                send(
                        HttpMethod.PUT,
                        "/topics/" + topic + "/wiki",
                        operator,
                        Map.of("text", "W", "imported", fromThere)))) {
            answer.expecting(422).naming("imported.origin", "format");
        }
    }

    @Test
    void a_topic_keeps_its_description_unless_one_is_given_and_has_a_wiki() {
        send(HttpMethod.PUT, "/topics/" + topic, operator, Map.of("name", "N", "description", "A line"))
                .expecting(200);
        assertThat(send(HttpMethod.PUT, "/topics/" + topic, operator, Map.of("name", "N"))
                        .at("/description"))
                .isEqualTo("A line");

        Map<String, String> html = Map.of("text", "<p>All <b>of it</b></p><script>x</script>", "markup", "HTML");
        get("/topics/" + topic + "/wiki", null).expecting(404);
        send(HttpMethod.PUT, "/topics/" + topic + "/wiki", ada, html).expecting(403);
        Map<String, Object> fromElsewhere =
                Map.of("text", "Words of theirs", "imported", Map.of("origin", "elsewhere.example"));
        send(HttpMethod.PUT, "/topics/" + topic + "/wiki", operator, fromElsewhere)
                .expecting(409);
        get("/topics/" + topic + "/wiki", null).expecting(404);
        send(HttpMethod.PUT, "/topics/" + topic + "/wiki", operator, html).expecting(200);

        assertThat(get("/topics/" + topic + "/wiki", null).at("/html"))
                .contains("<b>of it</b>")
                .doesNotContain("script");
    }
}
