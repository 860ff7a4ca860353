/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.PublicationStatus;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an account holds, and who may look into it and into the ledger. */
class AccountsTest extends AgainstTheService {

    @Test
    void a_published_post_earns_its_author_points_once() {
        String post = Ids.next();
        PostPublished published = new PostPublished(post(post, ada, PostKind.ARTICLE, PublicationStatus.PUBLISHED));
        String eventId = events().send(published, 2, MONDAY);
        events().resend(eventId, published, 2, MONDAY);
        settle();

        JsonNode account = own(ada);
        assertThat(account.get("balance").asLong()).isEqualTo(5);
        assertThat(account.get("lifetime").asLong()).isEqualTo(5);
        assertThat(account.get("tier").asString()).isEqualTo("newcomer");
        assertThat(account.get("nextTier").get("name").asString()).isEqualTo("regular");
        assertThat(account.get("earnedToday").asLong()).isZero(); // it was long ago
        JsonNode entries = get("/accounts/me/entries", TestTokens.member(ada)).get("items");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("rule").asString()).isEqualTo("post-published");
        assertThat(entries.get(0).get("subjectId").asString()).isEqualTo(post);
        assertThat(entries.get(0).get("effectiveAt").asString()).isEqualTo(MONDAY.toString());
    }

    @Test
    void a_tier_is_reached_and_shown_to_everybody() {
        for (int i = 0; i < 10; i++) {
            Instant at = MONDAY.plus(Duration.ofDays(i));
            events().send(new PostPublished(published(Ids.next(), ada, at)), 1, at);
        }
        settle();

        assertThat(get("/accounts/" + ada, null).get("tier").asString()).isEqualTo("regular");
        assertThat(get("/accounts/" + ada, null).has("balance")).isFalse();
        assertThat(own(ada).get("nextTier").get("at").asLong()).isEqualTo(250);
        assertThat(get("/tiers", null).get("items")).hasSize(5);
        client(null).get("/accounts/" + Ids.next()).expecting(404);
    }

    @Test
    void what_is_not_public_asks_who_is_calling() {
        client(null).get("/accounts/me").expecting(401);
        client(null).get("/accounts/me/entries").expecting(401);
        client(TestTokens.moderator(ada)).get("/ledger/audit").expecting(403);
        client(TestTokens.member(ada)).get("/imports/somewhere").expecting(403);
        assertThat(own(ada).get("balance").asLong()).isZero();
        assertThat(client(TestTokens.member(ada))
                        .get("/accounts/me/entries?cursor=x")
                        .expecting(400)
                        .text())
                .contains("\"field\":\"cursor\"");
        assertThat(get("/operations/flow", TestTokens.operator("op"))
                        .get("ledgerImbalance")
                        .asLong())
                .isZero();
    }
}
