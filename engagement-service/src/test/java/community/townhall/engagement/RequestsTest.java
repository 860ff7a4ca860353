/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.web.CursorList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every request: that it is described, and that it may be sent again. */
class RequestsTest extends AgainstTheService {

    @Test
    void a_repeated_request_creates_nothing_more_and_another_under_its_key_is_refused() {
        String post = publishedPost(ada);
        String body = "{\"postId\":\"%s\",\"text\":\"Once\"}".formatted(post);

        ServiceClient.Answer first = as(bob).post("/comments", body, "Idempotency-Key", "k1");
        ServiceClient.Answer second = as(bob).post("/comments", body, "Idempotency-Key", "k1");
        ServiceClient.Answer third = as(bob).post("/comments", body.replace("Once", "Twice"), "Idempotency-Key", "k1");

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.at("/errors/0/field")).isEqualTo("Idempotency-Key");
        assertThat(as(cleo).post("/comments", body, "Idempotency-Key", "k1").at("/id"))
                .isNotEqualTo(first.at("/id"));
    }

    @ParameterizedTest
    @CsvSource({
        "/comments,           '{\"postId\":\"a b\",\"text\":\"x\"}',                  postId",
        "/comments,           '{\"postId\":\"a\",\"parentId\":\"..\",\"text\":\"x\"}', parentId",
        "/notifications/read, '{\"ids\":[\"a\",\"b/c\"]}',                            ids[1]"
    })
    void what_is_no_id_is_refused_as_such(String path, String body, String field) {
        as(bob).post(path, body).expecting(400).naming(field, "Reference");
    }

    @Test
    void all_and_some_are_not_asked_for_together() {
        as(bob).post("/notifications/read", "{\"all\":true,\"ids\":[\"a\"]}")
                .expecting(422)
                .naming("ids", "exclusive");
        as(bob).post("/notifications/read", "{\"all\":false,\"ids\":[\"a\"]}").expecting(204);
    }

    @Test
    void a_cursor_is_of_a_time_that_there_was() {
        CursorList own = CursorList.of("notifications", bob);
        String list = own.mark();
        as(bob).get("/notifications?cursor=" + list + "~1~x").expecting(200);
        as(bob).get("/notifications?cursor=" + list + "~-1~x").expecting(400).naming("cursor", "Pattern");
        as(bob).get("/notifications?cursor=" + list + "~-71233938802686~x")
                .expecting(400)
                .naming("cursor", "Pattern");
        as(bob).get("/follows?cursor=" + list + "~1~x").expecting(422).naming("cursor", "of-this-list");
        as(ada).get("/notifications?cursor=" + list + "~1~x").expecting(422).naming("cursor", "of-this-list");
    }

    @Test
    void the_api_describes_itself() {
        assertThat(anybody().get("/openapi").text())
                .contains("/api/engagement/reactions/{type}/{targetId}/{kind}", "/api/engagement/notifications/stream");
    }
}
