/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.StableId;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges from another site. */
class BadgesTest extends AgainstTheService {

    @Test
    void badges_are_brought_along_once() {
        String origin = "origin-" + Ids.next();
        String badge = """
                {"memberId":"%s","name":"Student","badgeClass":"BRONZE",
                 "imported":{"origin":"%s","at":"2018-03-12T10:00:00Z"}}""".formatted(ada, origin);
        String operator = TestTokens.operator("op");
        String created = send("POST", "/badges", operator, badge, "badge/4", 201);
        assertThat(send("POST", "/badges", operator, badge, "badge/4", 201)).isEqualTo(created);
        assertThat(json.readTree(created).get("id").asString()).isEqualTo(StableId.ofImport(origin, "badge/4"));
        assertThat(send("POST", "/badges", operator, badge.replace("Student", "Teacher"), "badge/4", 422))
                .contains("Idempotency-Key");
        assertThat(send("POST", "/badges", operator, badge, null, 422)).contains("Idempotency-Key");
        assertThat(send("POST", "/badges", operator, badge.replace("BRONZE", "TIN"), "badge/5", 400))
                .contains("\"field\":\"badgeClass\"");
        assertThat(send("POST", "/badges", operator, badge.replace("Student", "Stu\\u202Edent"), "badge/7", 422))
                .contains("\"field\":\"name\"");
        send("POST", "/badges", TestTokens.member(ada), badge, "badge/6", 403);

        assertThat(get("/members/" + ada + "/badges", null).get("items")).hasSize(1);
        assertThat(get("/imports/" + origin, operator).get("badges").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|12", "张三", "a^b", "o'neil"})
    void whoever_tokens_may_be_of_may_hold_a_badge(String memberId) {
        send("POST", "/badges", TestTokens.operator("op"), badgeOf(memberId), null, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\\t\\u0092", "../x", "a/b"})
    void what_is_no_id_holds_none(String memberId) {
        assertThat(send("POST", "/badges", TestTokens.operator("op"), badgeOf(memberId), null, 400))
                .contains("\"field\":\"memberId\"");
    }

    private static String badgeOf(String memberId) {
        return """
                {"memberId":"%s","name":"Student","badgeClass":"BRONZE"}""".formatted(memberId);
    }
}
