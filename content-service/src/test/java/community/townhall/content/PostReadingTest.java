/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import community.townhall.kit.web.SharedCaching;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

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

    /** The gateway answers others from what it keeps, by these. */
    @Test
    void a_thread_is_everybodys_but_its_authors_and_the_staffs() {
        String question = published(ada, "QUESTION");
        String answerer = "bob-" + Ids.next();
        send(
                        HttpMethod.POST,
                        "/posts/" + question + "/answers",
                        TestTokens.member(answerer),
                        Map.of("text", "Not seen by others yet"))
                .expecting(201);

        Answer guests = get("/posts/" + question + "/thread", null).expecting(200);

        assertThat(guests.header(SharedCaching.CONTROL)).isEqualTo("max-age=1");
        assertThat(guests.header(SharedCaching.EXCEPT).split(","))
                .containsExactlyInAnyOrder(SharedCaching.STAFF, author, answerer);
        assertThat(get("/posts/" + question + "/thread", ada).header(SharedCaching.CONTROL))
                .isEmpty();
    }

    @Test
    void lists_are_everybodys_but_those_of_ones_own_posts() {
        assertThat(get("/feeds/latest", ada).expecting(200).header(SharedCaching.CONTROL))
                .isEqualTo("max-age=1");
        assertThat(get("/posts?mine=true", ada).expecting(200).header(SharedCaching.CONTROL))
                .isEmpty();
    }
}
