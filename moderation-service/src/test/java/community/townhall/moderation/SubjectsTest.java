/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.PublicationStatus;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.ThanksGiven;
import community.townhall.events.engagement.ThanksState;
import community.townhall.events.engagement.ThanksWithdrawn;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.events.moderation.ContentStanding.Standing;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A text is moderated whatever it is the text of: here of thanks, of which this service knows nothing but their events. */
class SubjectsTest extends AgainstTheService {

    @Test
    void it_is_screened_and_its_owner_told_by_the_type_it_came_with() {
        ContentStanding plain = standing(thank("You saved my week"), 1);
        ContentStanding coarse = standing(thank("Thanks for the b.u.l.l.s.h.i.t"), 1);

        assertThat(plain.standing()).isEqualTo(Standing.APPROVED);
        assertThat(plain.subjectType()).isEqualTo("THANKS");
        assertThat(coarse.standing()).isEqualTo(Standing.HELD);
        assertThat(coarse.reasons()).extracting(ContentStanding.Reason::rule).containsExactly("lexicon");
    }

    @Test
    void what_is_held_is_a_case_to_decide() {
        String id = thank("Thanks for the b.u.l.l.s.h.i.t");
        assertThat(caseOf(id).at("/targetType").asString()).isEqualTo("THANKS");

        decide(id, moderator, "APPROVE", version(caseOf(id)));

        ContentStanding approved = standing(id, 2);
        assertThat(approved.standing()).isEqualTo(Standing.APPROVED);
        assertThat(approved.subjectType()).isEqualTo("THANKS");
    }

    @Test
    void it_is_reported_by_its_own_type_and_its_case_closes_when_it_is_taken_back() {
        String id = thank("You saved my week, again");
        standing(id, 1);
        String reporter = TestTokens.member("reporter-" + Ids.next());

        assertThat(report("COMMENT", id, reporter).text())
                .contains("\"field\":\"targetId\"", "There is no visible COMMENT");
        assertThat(report("no type", id, reporter).text()).contains("\"field\":\"targetType\"");
        assertThat(report("THANKS", id, reporter).status()).isEqualTo(201);
        assertThat(caseOf(id).at("/reports").size()).isEqualTo(1);

        send(new ThanksWithdrawn(thanks(id, "You saved my week, again", PublicationStatus.REMOVED)), 3);

        await().until(() -> caseOf(id).at("/status").asString().equals("CLOSED"));
    }

    private Answer report(String type, String id, String reporter) {
        return post(
                "/reports",
                reporter,
                "{\"targetType\":\"%s\",\"targetId\":\"%s\",\"category\":\"SPAM\"}".formatted(type, id));
    }

    private String thank(String word) {
        String id = Ids.next();
        send(new ThanksGiven(thanks(id, word, PublicationStatus.PENDING)), 1);
        return id;
    }

    private ThanksState thanks(String id, String word, PublicationStatus status) {
        return new ThanksState(id, author, TargetType.POST, "some-post", "somebody", word, 1, status, Instant.now());
    }
}
