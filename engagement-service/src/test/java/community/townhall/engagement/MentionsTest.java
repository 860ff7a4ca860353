/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.events.SubmittedText;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostState;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Who is told that they were mentioned, and of what else, when texts appear and change. */
class MentionsTest extends AgainstTheService {

    @Autowired
    MongoOperations mongo;

    private final String handle = "Bob" + bob;

    @Test
    void an_edit_of_a_post_or_an_answer_tells_whom_it_mentions_for_the_first_time_once() {
        as(bob).put("/members/me", "{\"displayName\":\"%s\"}".formatted(handle));
        String question = publishedPost(ada);
        String answer = Ids.next();
        send(new PostPublished(post(answer, cleo, question)), 2, now);

        send(new PostRevised(saying(post(question, ada, null), "ping @" + handle)), 4, justNow());
        send(new PostRevised(saying(post(answer, cleo, question), "and @" + handle)), 4, justNow());
        send(new PostRevised(saying(post(answer, cleo, question), "and again @" + handle)), 6, justNow());
        send(new PostPublished(post(Ids.next(), bob, question)), 2, now); // comes last

        await().untilAsserted(
                        () -> assertThat(kindsTold(bob)).containsExactly("mentioned", "mentioned", "post-published"));
        assertThat(as(bob).get("/notifications").at("/items/1/facts/title")).isEqualTo("How?");
    }

    /** @param stored as names were before apostrophes were made one */
    @ParameterizedTest
    @CsvSource({"O'B,O\u2019B,false", "O\u2019B,O'B,false", "O\u2019B,O'B,true", "O\u2019B,O\u2019B,true"})
    void an_apostrophe_is_one_however_it_is_written(String called, String spokenTo, boolean stored) {
        as(bob).put("/members/me", "{\"displayName\":\"%s\"}".formatted(called + bob));
        if (stored) {
            mongo.updateFirst(
                    query(where("_id").is(bob)),
                    Update.update("handle", (called + bob).toLowerCase(Locale.ROOT)),
                    "members");
        }
        String post = publishedPost(ada);

        send(new PostRevised(saying(post(post, ada, null), "ping @" + spokenTo + bob)), 4, justNow());

        await().untilAsserted(() -> assertThat(kindsTold(bob)).containsExactly("mentioned"));
    }

    @Test
    void of_one_comment_there_is_one_notification_and_none_for_who_followed_later() {
        as(bob).put("/members/me", "{\"displayName\":\"%s\"}".formatted(handle));
        String post = publishedPost(ada);
        String dora = "dora-" + Ids.next();
        as(bob).put("/follows/post/" + post, null);
        String id = comment(cleo, post, "First");
        judge(id, cleo, 1, 1);
        await().untilAsserted(() -> assertThat(kindsTold(bob)).containsExactly("followed-post-commented"));

        as(dora).put("/follows/post/" + post, null);
        edit(cleo, id, "First, @" + handle);
        judge(id, cleo, 2, 2);
        await().until(() -> anybody().get("/comments/" + id).at("/revision").equals("2")
                && anybody().get("/comments/" + id).at("/status").equals("PUBLISHED"));
        String next = comment(cleo, post, "Second");
        judge(next, cleo, 1, 1);

        await().untilAsserted(() ->
                assertThat(kindsTold(bob)).containsExactly("followed-post-commented", "followed-post-commented"));
        await().untilAsserted(() -> assertThat(kindsTold(dora)).containsExactly("followed-post-commented"));
    }

    @Test
    void the_words_of_a_comment_are_cut_between_letters() {
        String post = publishedPost(ada);
        String id = comment(cleo, post, "a".repeat(138) + "😀" + "b".repeat(20));
        judge(id, cleo, 1, 1);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).contains("comment-posted"));
        assertThat(as(ada).get("/notifications").body().at("/items").findValuesAsString("excerpt"))
                .containsExactly("a".repeat(138) + "…");
    }

    private static PostState saying(PostState post, String text) {
        return new PostState(
                post.id(),
                post.authorId(),
                post.kind(),
                post.title(),
                post.topics(),
                post.questionId(),
                text,
                2,
                null,
                post.status(),
                null,
                post.createdAt(),
                post.publishedAt(),
                null);
    }

    private String comment(String memberId, String postId, String text) {
        return as(memberId)
                .post(
                        "/comments",
                        JSON.createObjectNode()
                                .put("postId", postId)
                                .put("text", text)
                                .toString())
                .at("/id");
    }

    private void edit(String memberId, String id, String text) {
        String version = as(memberId).get("/comments/" + id).at("/version");
        assertThat(as(memberId)
                        .put(
                                "/comments/" + id,
                                JSON.createObjectNode()
                                        .put("text", text)
                                        .put("version", Long.parseLong(version))
                                        .toString())
                        .status())
                .isEqualTo(200);
    }

    private void judge(String commentId, String authorId, long version, int revision) {
        @Nullable String nobody = null;
        send(
                new ContentScreened(new ContentStanding(
                        SubmittedText.COMMENT,
                        commentId,
                        authorId,
                        revision,
                        Standing.APPROVED,
                        List.of(),
                        nobody,
                        null,
                        now)),
                version,
                justNow());
    }
}
