/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.events.SubmittedText;
import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostRemoved;
import community.townhall.events.content.PostRestored;
import community.townhall.events.content.PostState;
import community.townhall.events.content.PostWithdrawn;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PeriodTotals;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.events.rewards.PointsReversed;
import community.townhall.events.rewards.TierChanged;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/** What members are told, live and in their lists. */
class NotificationsTest extends AgainstTheService {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    MongoOperations mongo;

    @Test
    void points_are_told_live_and_once() {
        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, null, stream);
        await().until(() -> stream.contains(":connected"));
        PointsAwarded awarded = points(5, now);

        send(awarded, 1, now);
        send(awarded, 1, now);

        await().until(() ->
                stream.stream().anyMatch(line -> line.startsWith("data:") && line.contains("points-earned")));
        ServiceClient.Answer list = as(ada).get("/notifications");
        assertThat(list.body().at("/items").size()).isEqualTo(1);
        assertThat(list.at("/items/0/facts/amount")).isEqualTo("5");
        assertThat(list.at("/items/0/read")).isEqualTo("false");
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":1}");

        assertThat(as(bob).post("/notifications/read", "{\"all\":true}").status())
                .isEqualTo(204);
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":1}");
        as(ada).post("/notifications/read", "{\"ids\":[\"%s\"]}".formatted(list.at("/items/0/id")));
        assertThat(as(ada).get("/notifications/unread").text()).isEqualTo("{\"count\":0}");
        reader.interrupt();
    }

    /** The write is what counts; the message that shows it at once may be lost on its way. */
    @Test
    void what_no_message_told_of_is_shown_all_the_same() {
        send(points(5, now), 1, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).hasSize(1));
        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, null, stream);
        await().until(() -> stream.contains(":connected"));
        Document unannounced = Objects.requireNonNull(
                mongo.findOne(query(where("memberId").is(ada)), Document.class, "notifications"));
        String id = Ids.next();
        mongo.insert(
                new Document(unannounced)
                        .append("_id", id)
                        .append("place", unannounced.getString("place").replaceFirst("1$", "2")),
                "notifications");

        await().untilAsserted(() -> assertThat(idsIn(stream)).containsExactly(id));
        reader.interrupt();
    }

    @Test
    void a_notification_is_one_document_and_leaves_nothing_to_be_cleared() {
        send(points(5, now), 1, now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).hasSize(1));
        assertThat(mongo.findOne(query(where("memberId").is(ada)), Document.class, "notifications"))
                .doesNotContainKeys("outbox", "outboxSince", "outboxLease");
    }

    @Test
    void an_author_is_told_under_which_rule_their_post_was_held() {
        send(
                new ContentScreened(new ContentStanding(
                        SubmittedText.POST,
                        Ids.next(),
                        ada,
                        1,
                        Standing.HELD,
                        List.of(new ContentStanding.Reason("links", "Too many links")),
                        null,
                        null,
                        now)),
                1,
                now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-held"));
        ServiceClient.Answer told = as(ada).get("/notifications");
        assertThat(told.at("/items/0/facts/rule")).isEqualTo("links");
        assertThat(told.at("/items/0/facts/explanation")).isEqualTo("Too many links");
        assertThat(told.at("/items/0/facts/by")).isEqualTo("machine");
    }

    @Test
    void what_its_author_deletes_is_not_told_of_as_held_or_taken_down_in_whatever_order_that_is_heard() {
        String held = publishedPost(ada);
        String refused = publishedPost(ada);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-published", "post-published"));
        send(screened(held, SubmittedText.POST, Standing.HELD), 2, now);
        send(screened(refused, SubmittedText.POST, Standing.REJECTED), 2, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada))
                .containsExactly("post-held", "post-published", "post-published", "post-rejected"));

        withdraw(held);
        withdraw(refused);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).isEmpty());
        assertThat(unread(ada)).isEqualTo("0");

        send(screened(held, SubmittedText.POST, Standing.HELD), 3, now); // of what was deleted while it was screened
        send(points(5, now), 1, now);
        await().untilAsserted(() -> assertThat(raisedFor(ada)).isEqualTo(6));
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("points-earned"));
    }

    @Test
    void of_a_deleted_comment_nothing_is_told_and_of_one_that_waits_nothing_while_its_post_is_gone() {
        String post = publishedPost(bob);
        String id = as(ada).post("/comments", "{\"postId\":\"%s\",\"text\":\"One\"}".formatted(post))
                .at("/id");
        send(screened(id, SubmittedText.COMMENT, Standing.HELD), 1, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("comment-held"));

        send(new PostHidden(hidden(post(post, bob, null))), 3, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).isEmpty());
        send(new PostRestored(post(post, bob, null)), 4, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("comment-held"));

        as(ada).delete("/comments/" + id);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).isEmpty());
        send(screened(id, SubmittedText.COMMENT, Standing.REJECTED), 2, now);
        await().untilAsserted(() -> assertThat(raisedFor(ada)).isEqualTo(2));
        await().untilAsserted(() -> assertThat(kindsTold(ada)).isEmpty());
        assertThat(unread(ada)).isEqualTo("0");
    }

    @Test
    void a_decision_stays_told_wherever_it_was_and_that_something_is_back_only_while_it_is() {
        String post = publishedPost(bob);
        String id = as(ada).post("/comments", "{\"postId\":\"%s\",\"text\":\"One\"}".formatted(post))
                .at("/id");
        judge(id, ada, 1, 1, Standing.APPROVED);
        judge(id, ada, 2, 1, Standing.HIDDEN);
        send(new ContentRestored(standing(id, SubmittedText.COMMENT, Standing.APPROVED)), 3, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("content-hidden", "content-restored"));

        send(new PostHidden(hidden(post(post, bob, null))), 3, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("content-hidden"));
    }

    private ContentScreened screened(String id, String type, Standing standing) {
        return new ContentScreened(standing(id, type, standing));
    }

    private ContentStanding standing(String id, String type, Standing standing) {
        return new ContentStanding(
                type,
                id,
                ada,
                1,
                standing,
                List.of(new ContentStanding.Reason("links", "Too many links")),
                null,
                null,
                now);
    }

    /** As content tells of it: two events of one version. */
    private void withdraw(String postId) {
        PostState gone = removed(post(postId, ada, null));
        send(new PostRemoved(gone), 3, now);
        send(new PostWithdrawn(gone), 3, now);
    }

    private long raisedFor(String memberId) {
        return mongo.count(query(where("memberId").is(memberId)), "notifications");
    }

    @Test
    void a_member_who_comes_back_finds_what_they_missed() {
        for (int i = 1; i <= 3; i++) {
            int told = i;
            send(tier(i), i, now.minusSeconds(10 - i));
            await().untilAsserted(() -> assertThat(kindsTold(ada)).hasSize(told));
        }
        ServiceClient.Answer firstPage = as(ada).get("/notifications?limit=2");
        ServiceClient.Answer secondPage = as(ada).get("/notifications?limit=2&cursor=" + firstPage.at("/next"));
        assertThat(firstPage.at("/items/0/facts/lifetime")).isEqualTo("3");
        assertThat(secondPage.at("/items/0/facts/lifetime")).isEqualTo("1");
        assertThat(secondPage.body().has("next")).isFalse();

        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, secondPage.at("/items/0/id"), stream);

        await().untilAsserted(() -> assertThat(
                        stream.stream().filter(line -> line.startsWith("id:")).toList())
                .containsExactly("id:" + firstPage.at("/items/1/id"), "id:" + firstPage.at("/items/0/id")));
        assertThat(stream).contains("event:notification");
        reader.interrupt();
    }

    @Test
    void all_that_was_missed_comes_with_one_reconnection_in_one_order() {
        for (int i = 1; i <= 133; i++) {
            send(tier(i), i, now); // all of the same instant
        }
        await().untilAsserted(() -> assertThat(
                        mongo.count(query(where("memberId").is(ada)), "notifications"))
                .isEqualTo(133));
        List<String> ids = new CopyOnWriteArrayList<>();
        String first = firstTold(ada);
        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, first, stream);
        await().untilAsserted(() -> assertThat(idsIn(stream)).hasSize(132).doesNotContain(first));
        ids.addAll(idsIn(stream));
        reader.interrupt();

        List<String> later = new CopyOnWriteArrayList<>();
        Thread again = read(ada, ids.get(99), later);
        await().untilAsserted(() -> assertThat(idsIn(later)).containsExactlyElementsOf(ids.subList(100, 132)));
        again.interrupt();
    }

    @Test
    void who_comes_back_from_what_nobody_knows_is_told_to_load_anew() {
        List<String> stream = new CopyOnWriteArrayList<>();
        Thread reader = read(ada, Ids.next(), stream);

        await().untilAsserted(() -> assertThat(stream).contains("event:load-anew"));
        reader.interrupt();
    }

    @Test
    void a_member_has_a_few_streams_and_a_place_is_free_again_once_one_has_gone() throws Exception {
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            HttpResponse<InputStream> stream = stream(cleo);
            assertThat(stream.statusCode()).isEqualTo(200);
            open.add(stream.body());
        }

        HttpResponse<InputStream> ninth = stream(cleo);
        assertThat(ninth.statusCode()).isEqualTo(429);
        assertThat(ninth.headers().firstValue("Retry-After")).contains("15");
        assertThat(ninth.headers().firstValue("Content-Type")).contains("application/problem+json");
        open.getFirst().close();

        await().until(() -> stream(cleo).statusCode() == 200);
        for (InputStream one : open) {
            one.close();
        }
    }

    private HttpResponse<InputStream> stream(String memberId) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(anybody().uri("/notifications/stream"))
                                .header("Authorization", "Bearer " + TestTokens.member(memberId))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    private static List<String> idsIn(List<String> stream) {
        return stream.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3))
                .toList();
    }

    /** The notification of the lowest place: the one after which all others come. */
    private String firstTold(String memberId) {
        return mongo.find(
                        query(where("memberId").is(memberId))
                                .with(Sort.by("place"))
                                .limit(1),
                        Document.class,
                        "notifications")
                .getFirst()
                .getString("_id");
    }

    @Test
    void what_a_day_earns_is_one_line_that_goes_on() {
        send(earned(1, "post-published", 5, 5), 1, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("points-earned"));
        as(ada).post("/notifications/read", "{\"all\":true}");

        send(earned(2, "upvote-received", 10, 15), 2, now);
        send(earned(3, "upvote-received", 10, 25), 3, now);
        send(taken(4, now, 15), 4, now);

        await().untilAsserted(() -> assertThat(amountTold()).isEqualTo("15"));
        send(earned(2, "upvote-received", 10, 15), 2, now);
        send(earned(3, "upvote-received", 10, 25), 3, now); // again, and late
        send(earned(5, "post-published", 5, 20), 5, now);
        await().untilAsserted(() -> assertThat(amountTold()).isEqualTo("20"));
        assertThat(kindsTold(ada)).containsExactly("points-earned");
        assertThat(unread(ada)).isEqualTo("0");
    }

    @Test
    void a_day_of_which_nothing_is_left_is_not_told_until_something_is() {
        send(earned(1, "post-published", 5, 5), 1, now);
        await().untilAsserted(() -> assertThat(unread(ada)).isEqualTo("1"));

        send(taken(2, now, 0), 2, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).isEmpty());
        assertThat(unread(ada)).isEqualTo("0");

        send(earned(3, "post-published", 5, 5), 3, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("points-earned"));
        assertThat(unread(ada)).isEqualTo("1");
    }

    @Test
    void what_an_earlier_day_earned_and_is_taken_back_is_told_once_a_day() {
        send(taken(1, now.minus(Duration.ofDays(3)), 0), 1, now);
        send(taken(2, now.minus(Duration.ofDays(2)), 0), 2, now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("points-taken"));
        await().untilAsserted(() -> assertThat(as(ada).get("/notifications").at("/items/0/facts/balance"))
                .isEqualTo("2"));
    }

    @Test
    void nobody_is_told_of_points_for_their_own_votes_though_they_count() {
        send(earned(1, "upvote-given", 1, 1), 1, now);
        send(earned(2, "answer-accepting", 2, 3), 2, now);
        send(tier(1), 1, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("tier-changed"));

        send(earned(3, "post-published", 5, 8), 3, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).contains("points-earned"));
        assertThat(as(ada).get("/notifications").text()).contains("\"amount\":\"8\"");
    }

    private String amountTold() {
        return as(ada).get("/notifications").at("/items/0/facts/amount");
    }

    private TierChanged tier(int number) {
        return new TierChanged(ada, "newcomer", "tier-" + number, number);
    }

    private PointsAwarded earned(long sequence, String rule, long amount, long ofDay) {
        return new PointsAwarded(entry(sequence, rule, amount, now, ofDay));
    }

    private PointsReversed taken(long sequence, Instant earnedAt, long ofDay) {
        return new PointsReversed(entry(sequence, "upvote-received", -10, earnedAt, ofDay));
    }

    private EntryState entry(long sequence, String rule, long amount, Instant at, long ofDay) {
        return new EntryState(
                "e" + sequence + ada,
                ada,
                sequence,
                amount,
                sequence,
                sequence,
                rule,
                "subject",
                null,
                "newcomer",
                at,
                new PeriodTotals(ofDay, ofDay, ofDay));
    }

    @Test
    void what_was_taken_from_view_or_edited_is_told_as_it_is_now_and_not_counted_while_it_is_gone() {
        String post = publishedPost(ada);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-published"));
        String id = as(bob).post("/comments", "{\"postId\":\"%s\",\"text\":\"The first words\"}".formatted(post))
                .at("/id");
        judge(id, bob, 1, 1, Standing.APPROVED);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("comment-posted", "post-published"));
        assertThat(unread(ada)).isEqualTo("2");

        judge(id, bob, 2, 1, Standing.HIDDEN);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-published"));
        assertThat(unread(ada)).isEqualTo("1");

        judge(id, bob, 3, 1, Standing.APPROVED);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("comment-posted", "post-published"));

        String version = as(bob).get("/comments/" + id).at("/version");
        as(bob).put("/comments/" + id, "{\"text\":\"Other words\",\"version\":" + version + "}");
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-published"));
        judge(id, bob, 4, 2, Standing.APPROVED);
        await().untilAsserted(() -> assertThat(as(ada).get("/notifications").text())
                .contains("Other words")
                .doesNotContain("first words"));
        assertThat(unread(ada)).isEqualTo("2");

        send(new PostHidden(hidden(post(post, ada, null))), 3, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).isEmpty());
        assertThat(unread(ada)).isEqualTo("0");
        send(new PostRestored(post(post, ada, null)), 4, now);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("comment-posted", "post-published"));

        as(bob).delete("/comments/" + id);
        await().untilAsserted(() -> assertThat(kindsTold(ada)).containsExactly("post-published"));
        assertThat(unread(ada)).isEqualTo("1");
    }

    private String unread(String memberId) {
        return as(memberId).get("/notifications/unread").at("/count");
    }

    @Test
    void history_is_no_news() {
        send(points(1, now.minus(Duration.ofDays(2))), 1, now);
        send(points(2, now), 2, now);

        await().untilAsserted(() -> assertThat(kindsTold(ada)).hasSize(1));
        assertThat(as(ada).get("/notifications").at("/items/0/facts/amount")).isEqualTo("2");
    }

    private PointsAwarded points(long amount, Instant at) {
        return new PointsAwarded(entry(amount, "post-published", amount, at, amount));
    }

    private Thread read(String memberId, @Nullable String lastEventId, List<String> lines) {
        return Thread.ofVirtual().start(() -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(anybody().uri("/notifications/stream"))
                    .header("Authorization", "Bearer " + TestTokens.member(memberId));
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | InterruptedException | java.io.UncheckedIOException e) {
                // The test is over.
            }
        });
    }
}
