/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.StableId;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What holds of every request: its form, who may send it, and that it may be sent again. */
class RequestsTest extends AgainstTheService {

    @Test
    void bad_input_names_the_field_and_the_rule() {
        send(HttpMethod.POST, "/posts", ada, post("QUESTION", " ab ", "text"))
                .expecting(400)
                .naming("title", "Size");
        send(HttpMethod.POST, "/posts", ada, post("QUESTION", "\uD83D\uDE00".repeat(201), "text"))
                .expecting(400)
                .naming("title", "Size");
        send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "text"), "topics", List.of(topic, "a/b")))
                .expecting(400)
                .naming("topics[1]", "Reference");
        send(HttpMethod.PUT, "/posts/any/accepted-answer", ada, Map.of("answerId", "a b"))
                .expecting(400)
                .naming("answerId", "Reference");
        send(HttpMethod.POST, "/posts", ada, post("QUESTION", "A title", ""))
                .expecting(400)
                .naming("text", "Size");
        for (String nothing : List.of(" ", "\n", "\u3000\u3000", "\u00A0", "\u200B", "\u2800", "<!-- x -->")) {
            send(HttpMethod.POST, "/posts", ada, post("QUESTION", "A title", nothing))
                    .expecting(422)
                    .naming("text", "unreadable");
        }
        send(HttpMethod.POST, "/posts", ada, post("ODE", "A title", "text"))
                .expecting(400)
                .naming("kind", "type");
        send(HttpMethod.POST, "/posts", ada, post("ANSWER", "A title", "text"))
                .expecting(422)
                .naming("kind", "not-an-answer");
        send(
                        HttpMethod.POST,
                        "/posts",
                        ada,
                        Map.of(
                                "kind",
                                "QUESTION",
                                "title",
                                "A title",
                                "text",
                                "x",
                                "topics",
                                List.of(topic, "nowhere")))
                .expecting(422)
                .naming("topics[1]", "exists");
        send(
                        HttpMethod.POST,
                        "/posts",
                        ada,
                        with(post("QUESTION", "A title", "x"), "publishAt", "2001-01-01T00:00:00Z"))
                .expecting(422)
                .naming("publishAt", "future");
        for (String late :
                List.of("+292278995-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "2126-01-01T00:00:00Z")) {
            send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "x"), "publishAt", late))
                    .expecting(422)
                    .naming("publishAt", "range");
            String draft = send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "x"), "draft", true))
                    .expecting(201)
                    .id();
            send(HttpMethod.POST, "/posts/" + draft + "/publication", ada, Map.of("publishAt", late))
                    .expecting(422)
                    .naming("publishAt", "range");
        }
        send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "x"), "topics", List.of()))
                .expecting(400)
                .naming("topics", "Size");
        get("/feeds/latest?cursor=nonsense%21", null).expecting(400).naming("cursor", "Pattern");
        get("/feeds/latest?limit=101", null).expecting(400).naming("limit", "Max");
        send(HttpMethod.PUT, "/topics/No%20Slug", operator, Map.of("name", "x"))
                .expecting(400)
                .naming("slug", "format");
    }

    @Test
    void a_bound_is_in_characters_and_not_in_units_of_utf_16() {
        send(
                        HttpMethod.POST,
                        "/posts",
                        ada,
                        post("QUESTION", "\uD83D\uDE00".repeat(200), "\uD83D\uDE00".repeat(60_000)))
                .expecting(201);
        send(HttpMethod.POST, "/posts", ada, post("QUESTION", "A title", "\uD83D\uDE00".repeat(60_001)))
                .expecting(400)
                .naming("text", "Size");
    }

    @Test
    void only_those_who_may_do_so_write_announce_import_and_set_up_topics() {
        send(HttpMethod.POST, "/posts", null, post("QUESTION", "A title", "text"))
                .expecting(401);
        send(HttpMethod.POST, "/posts", moderator, post("ANNOUNCEMENT", "A title", "text"))
                .expecting(403);
        write(operator, "ANNOUNCEMENT", "A title", "text").expecting(201);
        send(HttpMethod.PUT, "/topics/mine", ada, Map.of("name", "Mine")).expecting(403);
        send(HttpMethod.POST, "/posts", ada, with(post("QUESTION", "A title", "text"), "imported", imported("x.org")))
                .expecting(403)
                .naming("imported", "operators");
        String id = published(ada, "QUESTION");
        edit(bob, id, "Mine now", "text", version(id)).expecting(403);
        send(HttpMethod.DELETE, "/posts/" + id, bob, null).expecting(403);
        get("/imports/x.org", ada).expecting(403);
    }

    @Test
    void a_repeated_request_is_answered_alike_and_another_one_under_its_key_is_refused() {
        String key = Ids.next();
        Map<String, Object> body = post("QUESTION", "A title", "text");
        Answer first = sendKeyed("/posts", ada, key, body).expecting(201);
        assertThat(first.id()).isEqualTo(StableId.ofRequest("post", author, key));

        assertThat(sendKeyed("/posts", ada, key, body).expecting(201).body()).isEqualTo(first.body());
        sendKeyed("/posts", ada, key, post("QUESTION", "Another title", "text"))
                .expecting(422)
                .naming("Idempotency-Key", "reused");
        assertThat(sendKeyed("/posts", bob, key, body).expecting(201).id()).isNotEqualTo(first.id());
    }
}
