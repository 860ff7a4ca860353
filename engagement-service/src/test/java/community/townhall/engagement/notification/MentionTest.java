/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.engagement.member.DisplayName;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MentionTest {

    private static final Map<String, String> KNOWN = Stream.of(
                    "Ada Lovelace",
                    "张三",
                    "bob",
                    "O'Brien",
                    "D\u2019Arcy",
                    "Nu\u02BBuanu",
                    "Zoë 🦊",
                    "नमिता",
                    "नम",
                    "Jose",
                    "José",
                    "Jean-Luc",
                    "C++ Fan",
                    "straße",
                    "Οδός",
                    "👩‍🚀")
            .collect(Collectors.toMap(DisplayName::handleOf, name -> name));

    private static List<String> mentioned(String text) {
        return Mention.in(Texts.render(text, Markup.MARKDOWN, Place.COMMENT).prose()).stream()
                .map(mention -> mention.among(KNOWN))
                .flatMap(Optional::stream)
                .toList();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                told("Thanks @AdaLovelace, and @bob.", "Ada Lovelace", "bob"),
                // The beginning of a longer word is nobody.
                told("@bobby @bob_ @adalovelaces @bob.example @bob-smith"),
                told("请@张三看一下，@张三丰", "张三", "张三"),
                told("你好@bob你好", "bob"),
                // Neither an address nor code mentions anybody.
                told("write to me@bob or see `@bob` or\n```\n@bob\n```"),
                told("``@bob``"),
                told("~~~\n@bob\n~~~"),
                told("`a\n@bob`"),
                told("    @bob"),
                told("\\`@bob\\`", "bob"),
                // What emphasis and punctuation leave.
                told("_thanks @bob_", "bob"),
                told("_@bob_", "bob"),
                told("*@bob*", "bob"),
                told("**@bob**, @bob--thanks", "bob", "bob"),
                told("@bob--thanks", "bob"),
                told("@bob...", "bob"),
                told("@bob：", "bob"),
                told("@bob's", "bob"),
                told("(@bob)", "bob"),
                told("> @bob", "bob"),
                told("- one\n- @bob", "bob"),
                // Names keep their letters.
                told("@O'Brien and @o'brien's", "O'Brien", "O'Brien"),
                told("@O\u2019Brien and @o\u2019brien\u2019s, @O\u2018Brien", "O'Brien", "O'Brien", "O'Brien"),
                told(
                        "@O\uFF07Brien @O\u02BCBrien @O\u00B4Brien @O\u2032Brien",
                        "O'Brien",
                        "O'Brien",
                        "O'Brien",
                        "O'Brien"),
                told("@D'Arcy, @d\u2019arcy", "D\u2019Arcy", "D\u2019Arcy"),
                told("@nu'uanu", "Nu\u02BBuanu"),
                told("\u2018@bob\u2019", "bob"),
                told("@Zoë🦊!", "Zoë 🦊"),
                told("@नमिता", "नमिता"),
                told("@नम।", "नम"),
                told("@Jose\u0301", "José"),
                told("@Jose", "Jose"),
                told("@Jean-Luc-like @Jean-Luc.", "Jean-Luc"),
                told("@c++fan", "C++ Fan"),
                told("@👩‍🚀 go", "👩‍🚀"),
                // Somebody at another server, and an address however it is written.
                told("@bob@example.org, @张三@example.org, @bob@m.example.org!"),
                told("почта@bob Adresse-ü@bob https://example.org/@bob https://example.org/@bob/x"),
                told("@bob@ home, @张三@bob", "bob", "张三"),
                told("@bob@adalovelace", "bob"),
                // A slash parts those who are spoken to, and is part of an address or a path elsewhere.
                told("@bob/@Jose", "bob", "Jose"),
                told("(@bob/@张三/@Jose)", "bob", "张三", "Jose"),
                told("**@bob**/@Jose", "bob", "Jose"),
                told("@bob\\\\@Jose", "bob", "Jose"),
                told("@bob／@Jose", "bob", "Jose"),
                told("@bob / @Jose", "bob", "Jose"),
                told("a/@bob /@bob src/@bob/@Jose node_modules/@bob/x"),
                told("https://a.example/@bob/@Jose mail@bob.example/@Jose"),
                told("npm i @types/node @types/x/@bob @types/bob"),
                // What nobody sees ends a name and begins none.
                told("@bob\u200B, \u200B@bob\u200Bthanks @bob\uFEFF @bob\u200E.", "bob", "bob", "bob", "bob"),
                // Wherever it stands.
                told("1.@bob\n\n1. @bob", "bob"),
                told("好的。@bob，谢谢！@bob：、@bob", "bob", "bob", "bob"),
                told("＠bob　＠张三看", "bob", "张三"),
                told("# @bob\n\n> - @bob's", "bob", "bob"),
                told("[@bob](https://example.org) and [x](https://example.org/@bob)", "bob"),
                told("&#64;bob &commat;bob \\@bob", "bob"),
                told("ask@bobครับ @bobครับ", "bob"),
                // In whatever case.
                told("@STRASSE @straße @Strasse @STRAẞE", "straße", "straße", "straße", "straße"),
                told("@οδός @ΟΔΌΣ @οδόσ", "Οδός", "Οδός", "Οδός"));
    }

    private static Arguments told(String text, String... members) {
        return Arguments.of(text, List.of(members));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_longest_known_name_outside_of_code_is_meant(String text, List<String> members) {
        assertThat(mentioned(text)).isEqualTo(members);
    }

    @Test
    void in_a_table_and_a_heading_of_a_post_too() {
        String text = "## To @bob\n\n| who | what |\n|---|---|\n| @bob | `@bob` |\n| x|@bob|\n";

        assertThat(Mention.in(Texts.render(text, Markup.MARKDOWN, Place.POST).prose()).stream()
                        .map(mention -> mention.among(KNOWN))
                        .flatMap(Optional::stream)
                        .toList())
                .containsExactly("bob");
    }

    @Test
    void at_most_ten_are_mentioned() {
        String text = IntStream.range(0, 30).mapToObj(i -> "@m" + i).collect(Collectors.joining(" "));

        assertThat(Mention.in(List.of(text))).hasSize(10);
    }
}
