/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.StableId;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges from another site. */
class BadgesTest extends AgainstTheService {

    private static final String OPERATOR = TestTokens.operator("op");

    @Test
    void badges_are_brought_along_once() {
        String origin = "origin-" + Ids.next();
        String badge = """
                {"memberId":"%s","name":"Student","badgeClass":"BRONZE",
                 "imported":{"origin":"%s","at":"2018-03-12T10:00:00Z"}}""".formatted(ada, origin);
        String created = award(badge, "badge/4").expecting(201).text();
        assertThat(award(badge, "badge/4").expecting(201).text()).isEqualTo(created);
        assertThat(award(badge, "badge/4").id()).isEqualTo(StableId.ofImport(origin, "badge/4"));
        assertThat(award(badge.replace("Student", "Teacher"), "badge/4")
                        .expecting(422)
                        .text())
                .contains("Idempotency-Key");
        assertThat(award(badge).expecting(422).text()).contains("Idempotency-Key");
        assertThat(award(badge.replace("BRONZE", "TIN"), "badge/5")
                        .expecting(400)
                        .text())
                .contains("\"field\":\"badgeClass\"");
        assertThat(award(badge.replace("Student", "Stu\\u202Edent"), "badge/7")
                        .expecting(422)
                        .text())
                .contains("\"field\":\"name\"");
        assertThat(award(badge.replace(origin, "not a host"), "badge/8")
                        .expecting(422)
                        .text())
                .contains("\"field\":\"imported.origin\",\"rule\":\"format\"");
        assertThat(award(badge.replace("\"origin\":\"" + origin + "\",", ""), "badge/8")
                        .expecting(422)
                        .text())
                .contains("\"field\":\"imported.origin\"");
        client(TestTokens.member(ada))
                .post("/badges", badge, "Idempotency-Key", "badge/6")
                .expecting(403);

        assertThat(get("/members/" + ada + "/badges", null).get("items")).hasSize(1);
        assertThat(get("/imports/" + origin, OPERATOR).get("badges").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|12", "张三", "a^b", "o'neil"})
    void whoever_tokens_may_be_of_may_hold_a_badge(String memberId) {
        award(badgeOf(memberId)).expecting(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\\t\\u0092", "../x", "a/b"})
    void what_is_no_id_holds_none(String memberId) {
        assertThat(award(badgeOf(memberId)).expecting(400).text()).contains("\"field\":\"memberId\"");
    }

    private Answer award(String badge) {
        return client(OPERATOR).post("/badges", badge);
    }

    private Answer award(String badge, String idempotencyKey) {
        return client(OPERATOR).post("/badges", badge, "Idempotency-Key", idempotencyKey);
    }

    private static String badgeOf(String memberId) {
        return """
                {"memberId":"%s","name":"Student","badgeClass":"BRONZE"}""".formatted(memberId);
    }
}
