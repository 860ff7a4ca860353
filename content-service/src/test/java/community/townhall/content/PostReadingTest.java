/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.test.ServiceClient.Answer;
import org.junit.jupiter.api.Test;

/** What readers are shown of a post as names and figures change. */
class PostReadingTest extends AgainstTheService {

    @Test
    void names_follow_what_engagement_tells() {
        String id = published(ada, "DISCUSSION");
        others.memberRenamed(author, "Countess of Lovelace", 2);
        others.memberJoined(author, "Ada"); // late
        await().untilAsserted(() -> assertThat(get("/posts/" + id, null)
                        .body()
                        .path("author")
                        .path("name")
                        .asString())
                .isEqualTo("Countess of Lovelace"));
    }

    @Test
    void the_thread_is_not_sent_again_unless_it_changed() {
        String id = published(ada, "DISCUSSION");
        Answer first = get("/posts/" + id + "/thread", null).expecting(200);
        client(null)
                .get("/posts/" + id + "/thread", "If-None-Match", first.header("ETag"))
                .expecting(304);

        others.tally(id, 1, 3, 0, 0);
        await().untilAsserted(() -> assertThat(get("/posts/" + id + "/thread", null)
                        .body()
                        .path("post")
                        .path("score")
                        .asInt())
                .isEqualTo(3));
    }
}
