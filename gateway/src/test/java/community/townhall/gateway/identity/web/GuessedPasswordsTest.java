/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.identity.PasswordRules;
import community.townhall.gateway.identity.PasswordRules.Refused;
import community.townhall.gateway.identity.Username;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What who guesses tries first: common ones, the product's name and the member's own, each in its usual guises. */
class GuessedPasswordsTest {

    private final PasswordRules rules = new PasswordRules(new ZxcvbnGuessers());

    private Optional<Refused> refusal(String password) {
        return rules.refusal("password", password, new Username("m1ller_jo"), "Josephine Müller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password12",
                "PASSWORD12",
                "P@ssw0rd12!",
                "ｐａｓｓｗｏｒｄ１２",
                " password12 ",
                "\u3000password12\u3000",
                "password12345678",
                "𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝𝟏𝟐",
                "1234567890",
                "１２３４５６７８９０",
                "qwertyuiop",
                "townhall12",
                "Townhall2026",
                "T0wnh4ll2026!",
                "townhalltownhall",
                "Town-Hall-2026",
                "m1ller_jom1ller_jo",
                "M1LLER_JO12",
                "ｍ1ller_jo12",
                "m1llerjo2026",
                "miller.jo.12",
                "Josephine12",
                "josephinemüller1",
                "Josephine Mu\u0308ller!",
                "josephinejosephine",
                "J0seph1ne99",
                "Townhall-Josephine-1"
            })
    void is_refused(String password) {
        assertThat(refusal(password))
                .map(Refused::rule)
                .hasValueSatisfying(rule -> assertThat(rule).isIn("common", "containsUsername"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "analytical engine",
                "townhall meets on fridays",
                "Josephine likes rivers",
                "vK9#xq2LmT",
                "春眠不觉晓处处闻啼鸟"
            })
    void any_other_is_not(String password) {
        assertThat(refusal(password)).isEmpty();
    }
}
