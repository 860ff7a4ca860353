/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names say who somebody is, not where to buy something. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://spam.example",
                "Ada https://spam.example/x",
                "www.spam.example",
                "WWW.Spam.Example",
                "ｈｔｔｐｓ：／／spam.example",
                "ht\u200Btps://spam.example",
                "ftp://spam.example",
                "t.me/spam",
                "Join discord.gg/abc",
                "ada@spam.example"
            })
    void an_address_is_none(String name) {
        assertThat(Names.isAddress(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Node.js",
                "Dr. Ada Ph.D.",
                "she/her Ada",
                "J.R.R. Tolkien",
                "Ada (at work)",
                "@ada",
                "AC/DC",
                "微信用户",
                "St. John/Smith",
                "Ada: http"
            })
    void what_only_has_its_signs_is_one(String name) {
        assertThat(Names.isAddress(name)).isFalse();
    }
}
