/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionTest {

    private static final Map<String, String> KNOWN = Map.of("adalovelace", "ada", "张三", "zhang", "bob", "bob");

    private static List<String> mentioned(String text) {
        return Mention.in(text).stream()
                .map(mention -> mention.among(KNOWN))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void a_name_is_written_without_its_spaces_in_any_case() {
        assertThat(mentioned("Thanks @AdaLovelace, and @bob.")).containsExactly("ada", "bob");
    }

    @Test
    void the_beginning_of_another_name_is_nobody() {
        assertThat(mentioned("@bobby @bob_ @adalovelaces")).isEmpty();
    }

    @Test
    void a_chinese_name_ends_where_the_sentence_goes_on() {
        assertThat(mentioned("请@张三看一下，@张三丰")).containsExactly("zhang", "zhang");
    }

    @Test
    void neither_an_address_nor_code_mentions_anybody() {
        assertThat(mentioned("write to me@bob or see `@bob` or\n```\n@bob\n```"))
                .isEmpty();
    }

    @Test
    void at_most_ten_are_mentioned() {
        String text = IntStream.range(0, 30).mapToObj(i -> "@m" + i).collect(Collectors.joining(" "));

        assertThat(Mention.in(text)).hasSize(10);
    }
}
