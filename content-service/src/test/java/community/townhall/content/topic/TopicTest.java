/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    @ParameterizedTest
    @ValueSource(strings = {"java", "c++", "c#", "node.js", ".net", "3d-printing", "量子计算", "новости", "ß", "x"})
    void a_slug_is_lower_case_in_any_script(String slug) {
        assertThat(Topic.isSlug(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Java", ".", "..", ".-", "-a", "two words", "a/b", "a?b", "a_b", "Новости"})
    void nothing_else_is_one(String text) {
        assertThat(Topic.isSlug(text)).isFalse();
        assertThat(Topic.isSlug("a".repeat(51))).isFalse();
    }
}
