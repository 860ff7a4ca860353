/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.PublicationStatus;
import community.townhall.events.TargetType;
import community.townhall.events.content.AcceptedAnswer;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRemoved;
import community.townhall.events.content.PostRestored;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentRemoved;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.events.engagement.ReactionWithdrawn;
import community.townhall.events.engagement.ThanksGiven;
import community.townhall.events.engagement.ThanksJudged;
import community.townhall.events.engagement.ThanksState;
import community.townhall.events.engagement.ThanksWithdrawn;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members are entitled to by the rules, and what takes it back. */
class EntitlementsTest extends AgainstTheService {

    @Test
    void removal_takes_back_what_author_and_voters_earned_and_restoration_gives_it_again_once() {
        String post = Ids.next();
        String vote = Ids.next();
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 1);
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 2);
        settle();
        assertThat(balance(ada)).isEqualTo(15); // though the vote was told of first
        assertThat(balance(bob)).isEqualTo(1);

        events().send(new PostRemoved(post(post, ada, PostKind.ARTICLE, PublicationStatus.REMOVED)), 3);
        settle();
        assertThat(balance(ada)).isZero();
        assertThat(balance(bob)).isZero();
        assertThat(places("day", ada, bob)).isEmpty();

        PostRestored restored = new PostRestored(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED));
        events().send(restored, 4);
        events().send(restored, 4);
        events().send(new PostHidden(post(post, ada, PostKind.ARTICLE, PublicationStatus.HIDDEN)), 2); // late
        settle();
        assertThat(balance(ada)).isEqualTo(15);
        assertThat(balance(bob)).isEqualTo(1);
        assertThat(places("all-time", ada, bob)).isEqualTo(Map.of(ada, 15L, bob, 1L));
        assertThat(places("day", ada, bob)).isEqualTo(Map.of(ada, 10L, bob, 1L)); // the post is of long ago
        assertThat(amounts(ada)).hasSize(6).containsOnly(5L, 10L, -5L, -10L);
        assertThat(imbalance()).isZero();
    }

    @Test
    void a_vote_by_somebody_unknown_earns_its_author_points_and_its_giver_none() {
        String post = Ids.next();
        String vote = Ids.next();
        ReactionState known = vote(vote, TargetType.POST, post, ada, bob, "up", true);
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 1);
        events().send(
                        new ReactionGiven(new ReactionState(
                                known.id(),
                                known.targetType(),
                                known.targetId(),
                                known.targetAuthorId(),
                                known.memberId(),
                                known.kind(),
                                known.active(),
                                known.at(),
                                "elsewhere.test",
                                true)),
                        1);
        settle();

        assertThat(balance(ada)).isEqualTo(15);
        assertThat(amounts(bob)).isEmpty();
        assertThat(places("all-time", ada, bob)).isEqualTo(Map.of(ada, 15L));
    }

    @Test
    void a_vote_withdrawn_or_turned_earns_nothing_and_given_again_earns_once() {
        String post = Ids.next();
        String vote = Ids.next();
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 1);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 1);
        events().send(new ReactionWithdrawn(vote(vote, TargetType.POST, post, ada, bob, "up", false)), 2);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 3);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "down", true)), 4);
        settle();
        assertThat(balance(ada)).isEqualTo(5);
        assertThat(balance(bob)).isZero();

        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 5);
        events().send(new ReactionGiven(vote(Ids.next(), TargetType.POST, post, ada, bob, "thanks", true)), 1);
        settle();
        assertThat(balance(ada)).isEqualTo(15);
        assertThat(balance(bob)).isEqualTo(1);
    }

    @Test
    void a_vote_that_comes_and_goes_is_booked_when_it_has_settled() {
        String post = Ids.next();
        String vote = Ids.next();
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 1);
        events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), 1);
        settle();

        for (int version = 2; version <= 100; version += 2) {
            events().send(new ReactionWithdrawn(vote(vote, TargetType.POST, post, ada, bob, "up", false)), version);
            events().send(new ReactionGiven(vote(vote, TargetType.POST, post, ada, bob, "up", true)), version + 1);
        }
        settle();
        assertThat(amounts(ada)).containsExactly(10L, 5L);
        assertThat(amounts(bob)).containsExactly(1L);

        events().send(new ReactionWithdrawn(vote(vote, TargetType.POST, post, ada, bob, "up", false)), 102);
        settle();
        assertThat(amounts(ada)).containsExactly(-10L, 10L, 5L);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void thousands_of_votes_are_judged_in_the_background_a_page_at_a_time() {
        String post = Ids.next();
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 1);
        for (int voter = 0; voter < 250; voter++) {
            String stranger = Ids.next();
            events().send(
                            new ReactionGiven(new ReactionState(
                                    Ids.next(),
                                    TargetType.POST,
                                    post,
                                    ada,
                                    stranger,
                                    "up",
                                    true,
                                    MONDAY.plus(Duration.ofDays(voter)),
                                    "elsewhere.test",
                                    true)),
                            1);
        }
        settle();
        assertThat(balance(ada)).isEqualTo(5 + 250 * 10);

        events().send(new PostRemoved(post(post, ada, PostKind.ARTICLE, PublicationStatus.REMOVED)), 2);
        settle();
        assertThat(balance(ada)).isZero();
        assertThat(imbalance()).isZero();
    }

    @Test
    void nobody_earns_by_votes_on_their_own_or_by_accepting_their_own_answer() {
        String question = Ids.next();
        String answer = Ids.next();
        events().send(new PostPublished(post(question, ada, PostKind.QUESTION, PublicationStatus.PUBLISHED)), 1);
        events().send(new PostPublished(answer(answer, ada, question, PublicationStatus.PUBLISHED)), 1);
        events().send(new ReactionGiven(vote(Ids.next(), TargetType.POST, question, ada, ada, "up", true)), 1);
        events().send(
                        new AnswerAccepted(
                                post(question, ada, PostKind.QUESTION, PublicationStatus.PUBLISHED),
                                new AcceptedAnswer(answer, ada),
                                null),
                        2);
        settle();

        assertThat(balance(ada)).isEqualTo(5 + 10);
    }

    @Test
    void an_accepted_answer_earns_its_author_and_the_asker_and_a_change_of_mind_moves_it() {
        String question = Ids.next();
        String first = Ids.next();
        String second = Ids.next();
        String cy = "cy-" + Ids.next();
        PostState asked = post(question, ada, PostKind.QUESTION, PublicationStatus.PUBLISHED);
        events().send(new AnswerAccepted(asked, new AcceptedAnswer(first, bob), null), 2);
        events().send(new PostPublished(asked), 1);
        events().send(new PostPublished(answer(first, bob, question, PublicationStatus.PUBLISHED)), 1);
        events().send(new PostPublished(answer(second, cy, question, PublicationStatus.PUBLISHED)), 1);
        settle();
        assertThat(balance(ada)).isEqualTo(5 + 2);
        assertThat(balance(bob)).isEqualTo(10 + 15);

        events().send(new AnswerAccepted(asked, new AcceptedAnswer(second, cy), new AcceptedAnswer(first, bob)), 3);
        settle();
        assertThat(balance(ada)).isEqualTo(5 + 2);
        assertThat(balance(bob)).isEqualTo(10);
        assertThat(balance(cy)).isEqualTo(10 + 15);

        events().send(new AnswerUnaccepted(asked, new AcceptedAnswer(second, cy)), 4);
        settle();
        assertThat(balance(ada)).isEqualTo(5);
        assertThat(balance(cy)).isEqualTo(10);
    }

    @Test
    void a_thanks_earns_whom_it_is_for_while_it_and_what_it_is_for_are_seen() {
        String post = Ids.next();
        String id = Ids.next();
        events().send(new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED)), 1);
        events().send(new ThanksGiven(thanks(id, post, PublicationStatus.PENDING)), 1);
        settle();
        assertThat(balance(ada)).isEqualTo(5);

        events().send(new ThanksJudged(thanks(id, post, PublicationStatus.PUBLISHED), List.of()), 2);
        settle();
        assertThat(balance(ada)).isEqualTo(5 + 5);
        assertThat(amounts(bob)).isEmpty();

        events().send(new ThanksWithdrawn(thanks(id, post, PublicationStatus.REMOVED)), 3);
        settle();
        assertThat(balance(ada)).isEqualTo(5);
        assertThat(imbalance()).isZero();
    }

    private ThanksState thanks(String id, String post, PublicationStatus status) {
        return new ThanksState(id, bob, TargetType.POST, post, ada, "Thank you", 1, status, MONDAY);
    }

    @Test
    void comments_earn_up_to_the_cap_of_the_day_they_were_written_on() {
        for (int i = 0; i < 12; i++) {
            events().send(new CommentPublished(comment("c" + i + ada, MONDAY.plusSeconds(i))), 1, MONDAY);
        }
        events().send(new CommentPublished(comment("c12" + ada, MONDAY.plusSeconds(86_400))), 1, MONDAY);
        settle();
        assertThat(balance(ada)).isEqualTo(10 + 1);
        assertThat(amounts(ada)).hasSize(13);
        assertThat(get("/accounts/me/entries?limit=5", TestTokens.member(ada)).get("items"))
                .hasSize(5);

        events().send(new CommentRemoved(removed(comment("c0" + ada, MONDAY))), 2, MONDAY);
        settle();
        assertThat(balance(ada)).isBetween(10L, 11L); // what was removed may be one that the cap had cut
        assertThat(imbalance()).isZero();
    }

    @Test
    void operators_change_a_rule_for_later_awards() {
        JsonNode rule = rule("post-published");
        long version = rule.get("version").asLong();
        events().send(new PostPublished(published(Ids.next(), ada, MONDAY)), 1);
        settle();
        String change = "{\"amount\":7,\"dailyCap\":9,\"enabled\":true,\"version\":%d}";
        String path = "/rules/post-published";
        ServiceClient operator = client(TestTokens.operator("op"));
        assertThat(client(TestTokens.moderator(ada))
                        .put(path, change.formatted(version))
                        .expecting(403)
                        .text())
                .contains("forbidden");
        operator.put(path, change.formatted(version)).expecting(200);
        try {
            assertThat(operator.put(path, change.formatted(version))
                            .expecting(409)
                            .text())
                    .contains("stale-version");
            assertThat(operator.put(path, "{\"amount\":-1,\"enabled\":true}")
                            .expecting(400)
                            .text())
                    .contains("\"field\":\"amount\"")
                    .contains("\"field\":\"version\"");
            operator.put("/rules/no-such-rule", change.formatted(version)).expecting(404);
            events().send(new PostPublished(published(Ids.next(), bob, MONDAY)), 1);
            events().send(new PostPublished(published(Ids.next(), bob, MONDAY)), 1);
            settle();
            assertThat(balance(ada)).isEqualTo(5);
            assertThat(balance(bob)).isEqualTo(9);
        } finally {
            operator.put(path, "{\"amount\":5,\"dailyCap\":50,\"enabled\":true,\"version\":%d}".formatted(version + 1))
                    .expecting(200);
        }
    }

    @Test
    void a_rule_is_valid_from_a_moment_until_another_by_when_something_was_done() {
        long version = rule("post-published").get("version").asLong();
        String path = "/rules/post-published";
        ServiceClient operator = client(TestTokens.operator("op"));
        String change =
                "{\"amount\":8,\"dailyCap\":50,\"enabled\":true,\"validFrom\":\"%s\",\"validUntil\":\"%s\",\"version\":%d}";
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        assertThat(operator.put(path, change.formatted(tuesday, tuesday, version))
                        .expecting(422)
                        .text())
                .contains("\"field\":\"validUntil\"")
                .contains("\"rule\":\"range\"");
        operator.put(path, change.formatted(MONDAY, MONDAY.plusNanos(1), version))
                .expecting(422); // none, as it is stored
        operator.put(path, change.formatted(MONDAY, tuesday, version)).expecting(200);
        try {
            assertThat(rule("post-published").get("validUntil").asString()).isEqualTo(tuesday.toString());
            events().send(new PostPublished(published(Ids.next(), ada, MONDAY.minusMillis(1))), 1);
            events().send(new PostPublished(published(Ids.next(), ada, MONDAY)), 1);
            events().send(new PostPublished(published(Ids.next(), ada, tuesday.minusMillis(1))), 1);
            events().send(new PostPublished(published(Ids.next(), ada, tuesday)), 1);
            settle();

            assertThat(balance(ada)).isEqualTo(16);
        } finally {
            operator.put(path, "{\"amount\":5,\"dailyCap\":50,\"enabled\":true,\"version\":%d}".formatted(version + 1))
                    .expecting(200);
        }
        assertThat(rule("post-published").has("validFrom")).isFalse();
    }

    private JsonNode rule(String id) {
        return get("/rules", null)
                .get("items")
                .valueStream()
                .filter(rule -> rule.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> amounts(String member) {
        return get("/accounts/me/entries?limit=100", TestTokens.member(member))
                .get("items")
                .valueStream()
                .map(entry -> entry.get("amount").asLong())
                .toList();
    }

    private long imbalance() {
        return get("/ledger/audit", TestTokens.operator("op")).get("imbalance").asLong();
    }

    private static PostState answer(String id, String author, String question, PublicationStatus status) {
        return new PostState(
                id,
                author,
                PostKind.ANSWER,
                null,
                List.of(),
                question,
                "text",
                1,
                null,
                status,
                null,
                MONDAY,
                MONDAY,
                null);
    }

    private ReactionState vote(
            String id, TargetType type, String target, String author, String voter, String kind, boolean active) {
        return new ReactionState(id, type, target, author, voter, kind, active, Instant.now(), null, null);
    }

    private CommentState comment(String id, Instant at) {
        return new CommentState(id, ada, "post", null, "text", 1, PublicationStatus.PUBLISHED, at, at, null);
    }

    private static CommentState removed(CommentState comment) {
        return new CommentState(
                comment.id(),
                comment.authorId(),
                comment.postId(),
                null,
                comment.text(),
                1,
                PublicationStatus.REMOVED,
                comment.createdAt(),
                comment.publishedAt(),
                null);
    }
}
