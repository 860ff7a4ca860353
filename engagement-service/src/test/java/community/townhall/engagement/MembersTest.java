/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Members, and the names they go by. */
class MembersTest extends AgainstTheService {

    @Test
    void a_member_joins_with_the_name_of_their_account_and_may_change_it() {
        Answer joined = as(ada).put("/members/me", null);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.at("/displayName")).isEqualTo("Member " + ada);
        assertThat(joined.at("/version")).isEqualTo("1");

        Answer renamed = as(ada).put("/members/me", "{\"displayName\":\"  Ada   Lovelace \"}");
        assertThat(renamed.at("/displayName")).isEqualTo("Ada Lovelace");
        assertThat(renamed.at("/version")).isEqualTo("2");
        assertThat(anybody().get("/members/" + ada).body()).isEqualTo(renamed.body());

        await().untilAsserted(() -> assertThat(typesSent("engagement.member.v1", ada))
                .containsExactly("engagement.member.joined.v1", "engagement.member.profile-changed.v1"));
    }

    @Test
    void a_name_that_is_too_long_is_refused_naming_field_and_rule() {
        Answer refused = as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted("x".repeat(81)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/field")).isEqualTo("displayName");
        assertThat(refused.at("/errors/0/rule")).isEqualTo("length");
    }

    @Test
    void in_a_batch_too_a_handler_is_for_its_role_alone() {
        Client operatorOnly = new Client(TestTokens.token(ada, "operator"));
        String joining = """
                {"requests": [{"id": "1", "method": "PUT", "url": "/api/engagement/members/me", "body": {}}]}
                """;

        Answer alone = operatorOnly.put("/members/me", "{}");
        Answer batch = operatorOnly.post("/batch", joining);

        assertThat(alone.status()).isEqualTo(403);
        assertThat(batch.at("/responses/0/status")).isEqualTo("403");
        assertThat(batch.at("/responses/0/body/detail")).isEqualTo(alone.at("/detail"));
        assertThat(anybody().get("/members/" + ada).status()).isEqualTo(404);
    }
}
