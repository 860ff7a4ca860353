/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.content.writing.PublishPost;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.test.ServiceClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;

/** Drafts, their publication now or later, and removal: what authors do with posts of their own. */
class PublicationTest extends AgainstTheService {

    @Autowired
    MongoOperations mongo;

    @Autowired
    PublishPost publishPost;

    @Test
    void a_draft_is_its_authors_own_until_published() {
        String id = send(HttpMethod.POST, "/posts", ada, with(post("ARTICLE", "A draft", "text"), "draft", true))
                .expecting(201)
                .id();
        get("/posts/" + id, moderator).expecting(404);
        Answer rewritten = edit(ada, id, "A better draft", "*better*", 1).expecting(200);
        assertThat(rewritten.at("/html")).contains("<em>better</em>");
        assertThat(rewritten.at("/status")).isEqualTo("DRAFT");
        assertThat(get("/posts?mine=true&status=DRAFT", ada).ids()).contains(id);
        send(HttpMethod.POST, "/posts/" + id + "/publication", bob, Map.of()).expecting(404);

        Answer waiting = send(HttpMethod.POST, "/posts/" + id + "/publication", ada, Map.of())
                .expecting(200);
        assertThat(waiting.at("/status")).isEqualTo("PENDING");
        send(HttpMethod.POST, "/posts/" + id + "/publication", ada, Map.of()).expecting(409);
    }

    @Test
    void a_scheduled_post_goes_out_once_when_its_time_comes() throws InterruptedException {
        String later = Instant.now()
                .plus(Duration.ofDays(365))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Answer scheduled = send(
                        HttpMethod.POST, "/posts", ada, with(post("ARTICLE", "One day", "text"), "publishAt", later))
                .expecting(201);
        String id = scheduled.id();
        assertThat(scheduled.at("/status")).isEqualTo("SCHEDULED");
        assertThat(scheduled.at("/publishAt")).isEqualTo(later);
        Answer back = send(HttpMethod.DELETE, "/posts/" + id + "/publication", ada, null)
                .expecting(200);
        assertThat(back.at("/status")).isEqualTo("DRAFT");
        send(HttpMethod.POST, "/posts/" + id + "/publication", ada, Map.of("publishAt", later))
                .expecting(200);

        long version = get("/posts/" + id, ada).body().path("version").asLong();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                Update.update("publishAt", Instant.EPOCH),
                "posts"); // as if its time had come
        List<Thread> instances = Stream.generate(() -> Thread.ofVirtual().start(publishPost::publishDue))
                .limit(8)
                .toList();
        for (Thread instance : instances) {
            instance.join();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo("PENDING"));
        assertThat(version(id)).as("changed once, by one of them").isEqualTo(version + 1);
        others.screen(id, 1, Standing.APPROVED, 1);
        awaitStatus(id, "PUBLISHED");
    }

    @Test
    void what_its_author_removes_stays_removed() {
        String id = published(ada, "DISCUSSION");
        send(HttpMethod.DELETE, "/posts/" + id, ada, null).expecting(204);
        get("/posts/" + id, null).expecting(404);
        send(HttpMethod.DELETE, "/posts/" + id, ada, null).expecting(204);

        others.hide(id, 1, 5);
        awaitStanding(id, "HIDDEN");
        others.restore(id, 1, 6);
        awaitStanding(id, "APPROVED");
        assertThat(status(id)).isEqualTo("REMOVED");
        get("/posts/" + id, null).expecting(404);
        String other = published(ada, "DISCUSSION");
        assertThat(get("/posts?mine=true", ada).ids()).doesNotContain(id).contains(other);
        assertThat(get("/posts?mine=true&status=REMOVED", ada).ids()).contains(id);
    }

    private void awaitStanding(String id, String standing) {
        await().untilAsserted(() -> assertThat(get("/posts/" + id, ada)
                        .body()
                        .path("moderation")
                        .path("standing")
                        .asString(""))
                .isEqualTo(standing));
    }
}
