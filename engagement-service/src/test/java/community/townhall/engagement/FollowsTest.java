/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.content.PostPublished;
import community.townhall.events.content.TopicChanged;
import community.townhall.kit.id.Ids;
import org.junit.jupiter.api.Test;

/** Whom and what members follow, and what they are told of it. */
class FollowsTest extends AgainstTheService {

    @Test
    void who_follows_is_told_once_of_what_is_new() {
        String topic = "topic-" + Ids.next();
        send(new TopicChanged(topic, "Java", "", false), 1, now);
        await().until(() -> as(cleo).put("/follows/topic/" + topic, null).status() == 200);
        as(ada).put("/members/me", null);

        assertThat(as(cleo).put("/follows/member/" + ada, null).at("/name")).isEqualTo("Member " + ada);
        assertThat(as(cleo).put("/follows/member/" + ada, null).status()).isEqualTo(200);
        assertThat(as(cleo).put("/follows/member/" + cleo, null).status()).isEqualTo(422);
        assertThat(as(cleo).put("/follows/member/nobody", null).status()).isEqualTo(404);
        assertThat(as(cleo).get("/follows").json().at("/items").size()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("followed"));

        String question = publishedPost(ada, topic);
        await().untilAsserted(() -> assertThat(kindsTold(cleo)).containsExactly("followed-member-posted"));

        assertThat(as(cleo).put("/follows/post/" + question, null).status()).isEqualTo(200);
        assertThat(as(cleo).delete("/follows/member/" + ada).status()).isEqualTo(204);
        assertThat(as(cleo).delete("/follows/topic/" + topic).status()).isEqualTo(204);
        send(new PostPublished(post(Ids.next(), bob, question)), 2, now);
        publishedPost(ada, topic);
        await().untilAsserted(() -> assertThat(kindsTold(cleo))
                .containsExactlyInAnyOrder("followed-member-posted", "followed-post-answered"));
        await().untilAsserted(() -> assertThat(kindsTold(ada)).contains("answer-posted"));
    }
}
