/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.EventEnvelope;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.CommentCreated;
import community.townhall.events.engagement.CommentWithdrawn;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of texts as they come in, and what moderators see of it. */
class ScreeningTest extends AgainstTheService {

    @Test
    void a_plain_post_of_a_new_member_is_approved() {
        String id = publish("How do I measure a qubit?");

        ContentStanding standing = standing(id, 1);
        assertThat(standing.standing()).isEqualTo(Standing.APPROVED);
        assertThat(standing.revision()).isEqualTo(1);
        assertThat(standing.authorId()).isEqualTo(author);
        assertThat(standing.reasons()).isEmpty();
        assertThat(standing.decidedBy()).isNull();
    }

    @Test
    void the_links_of_a_new_member_are_held_until_two_posts_stood() {
        assertThat(standing(publish("See https://a.example for more"), 1).standing())
                .isEqualTo(Standing.HELD);
        standing(publish("A first contribution to the subject"), 1);
        standing(publish("Another one, about something else"), 1);

        assertThat(standing(publish("Now see https://b.example for more"), 1).standing())
                .isEqualTo(Standing.APPROVED);
    }

    @Test
    void bad_words_are_held_or_rejected_and_the_author_told_under_which_rule() {
        ContentStanding coarse = standing(comment("What a load of b.u.l.l.s.h.i.t"), 1);
        ContentStanding severe = standing(comment("你这个黑 鬼"), 1);

        assertThat(coarse.standing()).isEqualTo(Standing.HELD);
        assertThat(severe.standing()).isEqualTo(Standing.REJECTED);
        assertThat(severe.reasons()).extracting(ContentStanding.Reason::rule).containsExactly("lexicon");
    }

    @Test
    void the_same_text_again_is_held() {
        String saying = "Everybody should read my wonderful newsletter";
        assertThat(standing(comment(saying), 1).standing()).isEqualTo(Standing.APPROVED);
        assertThat(standing(comment(saying + "!!!"), 1).standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void of_the_same_text_many_times_at_once_one_is_approved() {
        String saying = "Everybody at once should read my wonderful newsletter";
        List<String> ids = Stream.generate(Ids::next).limit(8).toList();
        standing(comment("Something else, so that all is ready for the many"), 1);

        ids.forEach(id -> send(new CommentCreated(comment(id, saying)), 1));

        assertThat(ids.stream().map(id -> standing(id, 1).standing()))
                .as("the first, its second and third saying, and all that follow")
                .containsExactlyInAnyOrder(
                        Standing.APPROVED,
                        Standing.HELD,
                        Standing.HELD,
                        Standing.REJECTED,
                        Standing.REJECTED,
                        Standing.REJECTED,
                        Standing.REJECTED,
                        Standing.REJECTED);
    }

    @Test
    void what_its_author_deleted_is_no_model_to_copy() {
        String saying = "I have put this where it does not belong";
        for (int time = 1; time <= 5; time++) {
            String id = comment(saying);
            assertThat(standing(id, 1).standing()).isEqualTo(Standing.APPROVED);
            send(new CommentWithdrawn(comment(id, saying)), 2);
            await().until(() -> post("/reports", TestTokens.member(Ids.next()), """
                            {"targetType":"COMMENT","targetId":"%s","category":"SPAM"}""".formatted(id))
                            .status()
                    == 422);
        }
    }

    @Test
    void what_repeats_a_text_is_let_go_when_that_turns_out_to_be_deleted() {
        String saying = "I have put this there, and now I put it here";
        String first = comment(saying);
        assertThat(standing(first, 1).standing()).isEqualTo(Standing.APPROVED);
        String second = comment(saying);
        String third = comment(saying);
        assertThat(standing(second, 1).standing()).isEqualTo(Standing.HELD);
        assertThat(standing(third, 1).standing()).isEqualTo(Standing.HELD);
        caseOf(second);

        send(new CommentWithdrawn(comment(first, saying)), 2);

        ContentStanding stands = standing(second, 2);
        assertThat(stands.standing()).isEqualTo(Standing.APPROVED);
        assertThat(stands.revision()).isEqualTo(1);
        assertThat(stands.reasons()).isEmpty();
        await().untilAsserted(() -> {
            assertThat(caseOf(second).at("/status").asString()).isEqualTo("CLOSED");
            assertThat(caseOf(second).at("/closedBecause").asString()).isEqualTo("LIFTED");
        });
        assertThat(caseOf(third).at("/status").asString())
                .as("it repeats the second")
                .isEqualTo("OPEN");
    }

    @Test
    void a_revision_is_screened_once_and_a_late_one_not_at_all() {
        String id = Ids.next();
        send(new PostCreated(post(id, 1, "first", null), null), 1);
        send(new PostCreated(post(id, 1, "first", null), null), 1);
        send(
                new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                2);
        send(
                new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                2);
        send(new PostCreated(post(id, 1, "first", null), null), 1);
        send(new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(3, "Title", "third", Instant.EPOCH))), 3);

        assertThat(standing(id, 3).revision()).isEqualTo(3);
        assertThat(told.about(id))
                .extracting(event -> body(event).revision() + " " + body(event).standing())
                .containsExactly("1 APPROVED", "2 HELD", "3 APPROVED");
        assertThat(told.about(id)).extracting(EventEnvelope::entityVersion).containsExactly(1L, 2L, 3L);
    }

    @Test
    void every_verdict_on_every_revision_is_there_for_moderators_only() {
        String id = publish("first");
        standing(id, 1);
        send(
                new PostEdited(post(id, 1, "first", new PostState.ProposedEdit(2, "Title", "bullshit", Instant.EPOCH))),
                2);
        standing(id, 2);

        Answer screenings = get("/screenings/" + id, moderator);
        assertThat(screenings.status()).isEqualTo(200);
        assertThat(screenings.body().at("/items")).hasSize(2);
        assertThat(screenings.body().at("/items/0/verdicts").findValuesAsString("phase"))
                .containsExactly("length", "velocity", "links", "new-member", "repeat", "lexicon");
        assertThat(screenings.at("/items/1/verdicts/5/detail")).isEqualTo("bullshit");
        assertThat(get("/screenings/" + id, TestTokens.member(author)).status()).isEqualTo(403);
        assertThat(get("/screenings/" + id, TestTokens.moderator(author)).status())
                .as("one's own")
                .isEqualTo(403);
        assertThat(get("/screenings/" + Ids.next(), moderator).status()).isEqualTo(404);
    }
}
