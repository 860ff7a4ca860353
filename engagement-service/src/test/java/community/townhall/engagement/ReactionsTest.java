/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import org.junit.jupiter.api.Test;

/** What members make of the content of others. */
class ReactionsTest extends AgainstTheService {

    @Test
    void a_vote_counts_once_and_is_turned_round_by_its_opposite() {
        String post = publishedPost(ada);

        assertThat(as(bob).put("/reactions/post/" + post + "/up", null).text())
                .isEqualTo("{\"targetId\":\"%s\",\"counts\":{\"up\":1},\"mine\":[\"up\"]}".formatted(post));
        as(bob).put("/reactions/post/" + post + "/up", null);
        as(cleo).put("/reactions/post/" + post + "/up", null);
        await().untilAsserted(() -> assertThat(
                        anybody().get("/reactions?target=" + post).at("/items/0/counts"))
                .isEqualTo("{\"up\":2}"));

        assertThat(as(bob).put("/reactions/post/" + post + "/down", null).at("/mine"))
                .isEqualTo("[\"down\"]");
        await().untilAsserted(() -> assertThat(
                        JSON.readTree(anybody().get("/reactions?target=" + post).at("/items/0/counts")))
                .isEqualTo(JSON.readTree("{\"up\":1,\"down\":1}")));

        assertThat(as(bob).delete("/reactions/post/" + post + "/up").at("/mine"))
                .isEqualTo("[\"down\"]");
        assertThat(as(bob).delete("/reactions/post/" + post + "/down").at("/mine"))
                .isEqualTo("[]");
        await().untilAsserted(() -> assertThat(
                        as(cleo).get("/reactions?target=" + post).text())
                .contains("\"counts\":{\"up\":1},\"mine\":[\"up\"]"));
        assertThat(lastSent("engagement.tally.v1", post).at("/reactions/up").asInt())
                .isEqualTo(1);
    }

    @Test
    void nobody_reacts_to_their_own_content_or_to_what_is_not_there() {
        String post = publishedPost(ada);

        ServiceClient.Answer own = as(ada).put("/reactions/post/" + post + "/up", null);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.at("/errors/0/rule")).isEqualTo("not-own");
        assertThat(as(bob).put("/reactions/post/" + Ids.next() + "/up", null).status())
                .isEqualTo(404);
        assertThat(as(bob).put("/reactions/post/" + post + "/adore", null).at("/errors/0/field"))
                .isEqualTo("kind");
        assertThat(anybody().put("/reactions/post/" + post + "/up", null).status())
                .isEqualTo(401);
    }
}
