/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import community.townhall.events.content.TopicChanged;
import community.townhall.kit.id.Ids;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Whom and what members follow, and what they are told of it. */
class FollowsTest extends AgainstTheService {

    @Autowired
    MongoOperations mongo;

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
        assertThat(as(cleo).get("/follows").body().at("/items").size()).isEqualTo(2);
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

    @Test
    void more_followers_than_a_page_are_told_in_the_background_but_not_who_followed_later() {
        String topic = "topic-" + Ids.next();
        send(new TopicChanged(topic, "Java", "", false), 1, now);
        await().until(() -> as(cleo).put("/follows/topic/" + topic, null).status() == 200);
        List<String> followers =
                Stream.generate(() -> "f-" + Ids.next()).limit(130).toList();
        followers.parallelStream().forEach(member -> as(member).put("/follows/topic/" + topic, null));
        PostState post = post(Ids.next(), ada, null);

        as(bob).put("/follows/topic/" + topic, null); // after it appeared
        send(
                new PostPublished(new PostState(
                        post.id(),
                        ada,
                        post.kind(),
                        "Title",
                        List.of(topic),
                        null,
                        "text",
                        1,
                        null,
                        post.status(),
                        null,
                        post.createdAt(),
                        post.publishedAt(),
                        null)),
                2,
                now);

        for (String follower : followers) {
            await().untilAsserted(() -> assertThat(kindsTold(follower)).containsExactly("followed-topic-posted"));
        }
        assertThat(kindsTold(bob)).isEmpty();
    }

    @Test
    void an_answer_that_is_heard_of_before_its_question_is_told_once_that_is_known() {
        String question = Ids.next();
        send(new PostPublished(post(Ids.next(), bob, question)), 2, now);
        await().untilAsserted(() -> assertThat(
                        mongo.count(new Query(where("kind").is("answer-told")), "jobs"))
                .isPositive());

        send(new PostPublished(post(question, ada, null)), 2, now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).contains("answer-posted"));
        assertThat(as(bob).get("/notifications").at("/items/0/facts/title")).isEqualTo("How?");
    }
}
