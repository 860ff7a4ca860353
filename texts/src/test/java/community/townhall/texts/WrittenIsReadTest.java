/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read: by readers, by those who are spoken to, and by machines. */
class WrittenIsReadTest {

    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]+);");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use List<String>, and note a<b and c>d.",
                "Dear <name>, hello",
                "a <!-- b --> c",
                "an unclosed <!-- is shown",
                "so are <!x and <?php x ?> and <![CDATA[x]]>",
                "x <div>y</div> z",
                "</nothing> <input> <script>alert(1)</script>",
                "注意：请，\u201c好\u201d",
                "{{x}} & co."
            })
    void nothing_that_looks_like_html_and_is_none_gets_lost(String text) {
        for (Place place : Place.values()) {
            assertThat(markdown(text, place).words()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "详见https://example.com/a，谢谢大家。,https://example.com/a,example.com",
        "'详见https://example.com/a,谢谢',https://example.com/a,example.com",
        "好的https://example.com/a!谢谢,https://example.com/a,example.com",
        "看过https://example.com/a?谢谢,https://example.com/a,example.com",
        "看过https://example.com/a.谢谢,https://example.com/a,example.com",
        "https://zh.wikipedia.org/wiki/Category:中国,https://zh.wikipedia.org/wiki/Category:中国,zh.wikipedia.org",
        "https://www.例子.测试/,https://www.例子.测试/,www.xn--fsqu00a.xn--0zwm56d",
        "（https://example.com/a）好,https://example.com/a,example.com",
        "「https://example.com/a」,https://example.com/a,example.com",
        "https://example.com/a谢谢,https://example.com/a,example.com",
        "https://example.com谢谢,https://example.com,example.com",
        "见www.example.com。好,http://www.example.com,www.example.com",
        "写信到me@example.com，好,mailto:me@example.com,example.com",
        "写信到me@example.com好,mailto:me@example.com,example.com",
        "https://zh.wikipedia.org/wiki/中文 好,https://zh.wikipedia.org/wiki/中文,zh.wikipedia.org",
        "https://例子.测试/a，好,https://例子.测试/a,xn--fsqu00a.xn--0zwm56d",
        "“https://example.com/a”…,https://example.com/a,example.com",
        "See https://example.com/a.,https://example.com/a,example.com",
        "https://evil。example/,https://evil。example/,evil.example",
        "https://x@evil.example/,https://x@evil.example/,evil.example",
        "[a](//spam.example/x),//spam.example/x,spam.example",
        "[a](https\\://spam.example),https://spam.example,spam.example",
        "[a](https://evil%2Eexample/),https://evil%2Eexample/,evil.example",
        "<https://a.example/b>,https://a.example/b,a.example",
        "![a](https://a.example/b.png),https://a.example/b.png,a.example"
    })
    void an_address_ends_where_the_writing_goes_on(String text, String url, String host) {
        for (Place place : Place.values()) {
            assertThat(markdown(text, place).links()).containsExactly(new Link(url, host));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "——", "—", "⸺", "⸻", "―", "──", "━━", "––", "–", "－", "－－", "﹘", "﹣", "‐", "⹀", "〜", "〰", "～", "∼",
                "＿＿", "﹏﹏", "＾＾", "￣", "´", "゠", "…", "……", "⋯⋯", "·", "・", "‧", "•", "､", "｡", "「", "﹁", "『", "【", "〔",
                "〖", "［", "｛", "〈", "《", "＜", "“", "‘", "〝", "＂", "＇", "«", "‹", "，", "︐", "、", "：", "；", "！", "？", "‼",
                "⁉", "／", "＼", "｜", "＆", "＊", "＃", "＠", "％", "＋", "＝", "￥", "※", "→", "★", "●", "〒", "♪"
            })
    void an_address_ends_at_the_punctuation_of_chinese_and_japanese(String sign) {
        for (String address : List.of("https://example.com/a", "https://example.com/a/", "https://example.com")) {
            assertThat(markdown("见" + address + sign + "谢谢", Place.POST).links())
                    .extracting(Link::url)
                    .containsExactly(address);
        }
    }

    @Test
    void an_address_goes_on_over_the_hyphens_and_dashes_of_words() {
        for (String address : List.of(
                "https://en.wikipedia.org/wiki/Michelson–Morley_experiment",
                "https://a.example/co‐op",
                "https://a.example/a-谢谢",
                "https://he.wikipedia.org/wiki/תל־אביב")) {
            assertThat(markdown("see " + address + " so", Place.POST).links())
                    .extracting(Link::url)
                    .containsExactly(address);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "https://docs.a.example/3/__main__.html~https://docs.a.example/3/__main__.html",
                "See https://a.example/__init__.py, *or* so~https://a.example/__init__.py",
                "https://a.example/_a_ and _so_ on~https://a.example/_a_",
                "https://a.example/*a* and *so* on~https://a.example/*a*",
                "https://a.example/?a=_b_&c=*d*&e *f*~https://a.example/?a=_b_&c=*d*&e",
                "www.a.example/_a_b~http://www.a.example/_a_b",
                "(https://a.example/_a_) *b*~https://a.example/_a_",
                "**see https://a.example/x_y_z**~https://a.example/x_y_z",
                "_see https://a.example/x_y_z_~https://a.example/x_y_z",
                "*see https://a.example/x_y/*.~https://a.example/x_y/",
                "**_https://a.example/__a__b_**~https://a.example/__a__b",
                "**https://a.example/_a_**;**b**~https://a.example/_a_",
                "a *b https://a.example/c*d e* f~https://a.example/c*d",
                "**见https://a.example/_x_**谢谢~https://a.example/_x_",
                "**见：https://a.example/_x_y。**谢谢~https://a.example/_x_y",
                "见https://a.example/__init__.py谢谢**好**~https://a.example/__init__.py",
                "> -\thttps://a.example/_x_ *a*~https://a.example/_x_",
                "# https://a.example/_x_ *a*~https://a.example/_x_",
                "[*see* https://a.example/_x_](https://b.example/_y_)~https://b.example/_y_",
                "`a`https://a.example/_x_`b`*c*~https://a.example/_x_",
            })
    void an_address_is_whole_before_its_stars_and_underscores_are_emphasis(String text, String url) {
        for (Place place : Place.values()) {
            Rendering rendering = markdown(text.replace("\\t", "\t"), place);
            assertThat(rendering.links()).extracting(Link::url).containsExactly(url);
            if (text.contains("*")) {
                assertThat(rendering.html()).containsPattern("<(em|strong)>");
            }
        }
        assertThat(markdown("|a|b|\n|-|-|\n|x \\| **https://a.example/_x_**|https://a.example/_y_|", Place.POST)
                        .links())
                .extracting(Link::url)
                .containsExactly("https://a.example/_x_", "https://a.example/_y_");
        assertThat(markdown("[https://a.example/_x_ *y*](https://a.example)", Place.POST)
                        .html())
                .contains(">https://a.example/_x_ <em>y</em></a>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **注意：**请先备份                    | <strong>注意：</strong>请先备份
            **注意：** 请先备份                   | <strong>注意：</strong> 请先备份
            **注意:**请先备份                     | <strong>注意:</strong>请先备份
            请看**《书》**的内容                  | 请看<strong>《书》</strong>的内容
            请看**“书”**的内容                    | 请看<strong>“书”</strong>的内容
            他说**“你好。”**然后走了              | 他说<strong>“你好。”</strong>然后走了
            **1）**第一，**2）**第二              | <strong>1）</strong>第一，<strong>2）</strong>第二
            **스크립트(Script)**라고              | <strong>스크립트(Script)</strong>라고
            **これは。**それも                    | <strong>これは。</strong>それも
            *注意：*请                            | <em>注意：</em>请
            **[链接](https://a.example)**，好     | ^<strong><a [^>]*>链接</a></strong>，好$
            好**`code`**好                        | 好<strong><code>code</code></strong>好
            """)
    void stars_next_to_chinese_japanese_and_korean_are_emphasis(String text, String html) {
        for (Place place : Place.values()) {
            Rendering rendering = markdown(text, place);
            String shown = REFERENCE
                    .matcher(rendering.html().replaceAll("</?p>|\n", ""))
                    .replaceAll(by -> Character.toString(Integer.parseInt(by.group(1), 16)));
            if (html.startsWith("^")) {
                assertThat(shown).matches(html);
            } else {
                assertThat(shown).isEqualTo(html);
            }
            String read = shown.replaceAll("<[^>]*>", "");
            assertThat(rendering.words()).isEqualTo(read);
            assertThat(rendering.excerpt(100)).isEqualTo(read);
        }
    }

    @Test
    void stars_that_are_none_stay() {
        assertThat(markdown("2 * 3 * 4，\\**好", Place.POST).words()).isEqualTo("2 * 3 * 4，**好");
        assertThat(markdown("`**：**`", Place.POST).words()).isEqualTo("**：**");
    }

    @Test
    void who_is_spoken_to_stands_in_the_prose() {
        assertThat(prose("``@a`` and `b\n@b`")).containsExactly("and");
        assertThat(prose("~~~\n@bob\n~~~")).isEmpty();
        assertThat(prose("    @bob")).isEmpty();
        assertThat(prose("\\`@bob\\` _thanks @ada_, **@eve**")).containsExactly("`@bob` thanks @ada, @eve");
        assertThat(prose("> @bob\n\n* @ada")).containsExactly("@bob", "@ada");
        assertThat(prose("<code>@bob</code> <strong>@ada</strong>")).containsExactly("@ada");
    }

    @Test
    void excerpts_are_cut_between_letters() {
        assertThat(markdown("注意：请 &amp; **more**", Place.POST).excerpt(200)).isEqualTo("注意：请 & more");
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (int before = 0; before < 20; before++) {
            String cut = Excerpts.of("a".repeat(before) + family.repeat(10), 30);
            assertThat(cut).hasSizeLessThanOrEqualTo(30).endsWith("…");
            assertThat((cut.length() - 1 - before) % family.length()).isZero();
        }
        assertThat(Excerpts.of("e\u0301".repeat(20), 10)).isEqualTo("e\u0301".repeat(4) + "…");
        assertThat(Excerpts.of("\u0301".repeat(500), 10)).hasSizeLessThanOrEqualTo(10);
        assertThat(Excerpts.of("", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "<!-- x -->",
                " <!-- x --><!-- y -->",
                "#",
                "&nbsp;",
                "\u200B",
                "\u2800",
                "![](https://e.example/p.png)",
                "***",
                "> ",
                "- ",
                "<br>",
                "**\u200B**"
            })
    void what_leaves_nothing_to_read_may_not_be_written(String text) {
        for (Place place : Place.values()) {
            assertThat(Texts.flawIn(text, Markup.MARKDOWN, place))
                    .as(place.name())
                    .hasValueSatisfying(flaw -> assertThat(flaw.rule()).isEqualTo("unreadable"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0001b", "a\u001Bb", "a\u0085b", "a\ud800b", "a\udc00b", "a\uFDD0b", "a\uFFFEb"})
    void what_is_no_character_of_a_text_may_not_be_written(String text) {
        assertThat(Texts.flawIn(text, Markup.MARKDOWN, Place.POST))
                .hasValueSatisfying(flaw -> assertThat(flaw.rule()).isEqualTo("characters"));
        assertThat(Texts.render(text, Markup.MARKDOWN, Place.POST).words()).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay \u202Eecila\u202C now",
                "pay \u202Eecila now",
                "pay \u202Decila now",
                "pay \u202Aecila\u202C now",
                "pay \u202Becila now",
                "pay \u2067ecila now",
                "pay \u2067\u2066e\u2069\u2066cila\u2069\u2069 now",
                "pay \u2068ecila\u2069 now\u2069",
                "pay &#x202E;ecila&#8236; now",
                "pay &#x2067;ecila now"
            })
    void what_turns_letters_around_is_left_out_of_what_is_shown_and_read(String text) {
        for (Place place : Place.values()) {
            for (Markup markup : Markup.values()) {
                assertThat(Texts.flawIn(text, markup, place)).isEmpty();
                Rendering rendering = Texts.render(text, markup, place);
                assertThat(rendering.words()).isEqualTo("pay ecila now");
                assertThat(rendering.excerpt(100)).isEqualTo("pay ecila now");
                assertThat(rendering.prose()).containsExactly("pay ecila now");
                assertThat(rendering.html()).contains("pay ecila now").doesNotContain("&#8", "&#x");
            }
        }
    }

    @Test
    void nothing_is_turned_around_in_what_is_not_a_line_of_the_text() {
        String turned = "\u202Ea";
        for (Place place : Place.values()) {
            for (String text : List.of(
                    "`" + turned + "`",
                    "[" + turned + "](https://a.example \"" + turned + "\")",
                    "![" + turned + "](https://a.example/p.png \"" + turned + "\")",
                    "<b>" + turned + "</b>",
                    ">".repeat(3_000) + turned)) {
                assertThat(markdown(text, place).html()).doesNotContain("\u202E", "8238", "202e");
                assertThat(markdown(text, place).words()).contains("a").doesNotContain("\u202E");
            }
        }
        assertThat(markdown("שלום (abc)\u200F", Place.POST).words()).isEqualTo("שלום (abc)\u200F");
        assertThat(Texts.flawIn("\u202E\u202C\u2067", Markup.MARKDOWN, Place.POST))
                .map(Flaw::rule)
                .contains("unreadable");
    }

    @Test
    void a_picture_is_loaded_when_its_reader_asks_for_it() {
        String text = "![A <pic>](https://e.example/p.png)";

        assertThat(markdown(text, Place.POST).html())
                .contains(
                        "<details class=\"picture\"><summary>A &lt;pic&gt;</summary><img src=\"https://e.example/p.png\"")
                .contains("loading=\"lazy\"", "referrerpolicy=\"no-referrer\"");
        assertThat(markdown(text, Place.COMMENT).html())
                .contains(">A &lt;pic&gt;</a>", "href=\"https://e.example/p.png\"")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/townhall",
                "//e.example/p",
                "http://e.example/p",
                "HTTP://e.example/p.png",
                "data:x",
                "p.png",
                "https://",
                "javascript:x"
            })
    void a_picture_of_another_address_is_its_alternative_text(String address) {
        for (Place place : Place.values()) {
            for (String text : List.of(
                    "See ![pic](" + address + " \"t\") it",
                    "See ![pic][p] it\n\n[p]: " + address,
                    "See <img src=\"" + address + "\" alt=\"pic\" width=\"10\"> it")) {
                Rendering rendering = markdown(text, place);
                assertThat(rendering.html()).contains("<p>See pic it</p>").doesNotContain("<img", "<a");
                assertThat(rendering.words()).isEqualTo("See pic it");
                assertThat(rendering.links()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "P~P",
                "P a~P<p> a</p>",
                "a P b~<p>a </p>P<p> b</p>",
                "P\\nP~P\\nP",
                "*a **b P c** d*~<p><em>a <strong>b </strong></em></p>P<p><em><strong> c</strong> d</em></p>",
                "# a P~<h1>a </h1>P",
                "> a P~<blockquote>\\n<p>a </p>P\\n</blockquote>",
                "* P~<ul><li>P</li></ul>",
                "<p>a <img src=\"https://a.example/p\" alt=\"x\"> b</p>~<p>a </p>P<p> b</p>",
                "<pre>a<img src=\"https://a.example/p\" alt=\"x\"></pre>~<pre>a</pre>P",
                // A link and a summary open something else.
                "[a P b](https://a.example) c~<p><a>a x b</a></p>P<p> c</p>",
                "<details><summary>a <img src=\"https://a.example/p\" alt=\"x\"></summary>b</details>"
                        + "~<details><summary>a x</summary>Pb</details>",
            })
    void what_a_reader_opens_interrupts_the_paragraph_as_browsers_would(String text, String html) {
        String opened = "<details class=\"picture\"><summary>x</summary><img/></details>";

        Rendering rendering = markdown(text.replace("\\n", "\n").replace("P", "![x](https://a.example/p)"), Place.POST);

        assertThat(rendering.html().strip().replaceAll("<(img|a)\\b[^>]*?(/?)>", "<$1$2>"))
                .isEqualTo(html.replace("\\n", "\n").replace("P", opened));
    }

    @ParameterizedTest
    @EnumSource
    void what_passes_a_bound_is_shown_as_it_stands(Place place) {
        String deep = ">".repeat(3_000) + "<b>";

        Rendering rendering = markdown(deep, place);

        assertThat(rendering.plain()).isTrue();
        assertThat(rendering.words()).isEqualTo(deep);
        assertThat(rendering.html()).isEqualTo("<p>" + "&gt;".repeat(3_000) + "&lt;b&gt;</p>");
    }

    @Test
    void a_heading_in_a_comment_is_a_paragraph() {
        assertThat(markdown("# Head *a*\n\ntext\n\nb\n-", Place.COMMENT).html())
                .isEqualTo("<p>Head <em>a</em></p>\n<p>text</p>\n<p>b</p>\n");
        assertThat(markdown("> # a\n\n* ## b", Place.COMMENT).html()).contains("<p>a</p>", "<p>b</p>");
        assertThat(prose("# @bob\n# @ada")).containsExactly("@bob", "@ada");
        assertThat(markdown("<h1>a</h1>", Place.COMMENT).words()).isEqualTo("<h1>a</h1>");

        Rendering imported = Texts.render("<h1>a</h1><h2>b</h2>", Markup.HTML, Place.COMMENT);
        assertThat(imported.html()).isEqualTo("<p>a</p><p>b</p>");
        assertThat(imported.words()).isEqualTo("a\nb");
    }

    @Test
    void blocks_of_other_communities_stay_apart() {
        String sections =
                "<div class=\"x\">a</div><section><p>b</p></section><figure>c<figcaption>d</figcaption></figure>";
        Rendering post = Texts.render(sections, Markup.HTML, Place.POST);
        Rendering table = Texts.render(
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", Markup.HTML, Place.COMMENT);

        assertThat(post.html()).isEqualTo("<div>a</div><div><p>b</p></div><div>c<div>d</div></div>");
        assertThat(post.words()).isEqualTo("a\nb\nc\nd");
        assertThat(table.words()).isEqualTo("a\nb\nc");
        assertThat(table.html()).doesNotContain("<t");
        assertThat(markdown("a <div>b</div>", Place.POST).words()).isEqualTo("a <div>b</div>");
    }

    @Test
    void html_within_markdown_goes_on_over_blank_lines_in_its_code() {
        String text = "<p>a</p>\n<pre><code>x\n\n# y\n</code></pre>";

        for (Markup markup : Markup.values()) {
            assertThat(Texts.render(text, markup, Place.POST).html())
                    .contains("<pre><code>x\n\n# y\n</code></pre>")
                    .doesNotContain("<h1>");
        }
    }

    private static Rendering markdown(String text, Place place) {
        return Texts.render(text, Markup.MARKDOWN, place);
    }

    private static List<String> prose(String text) {
        return markdown(text, Place.COMMENT).prose();
    }
}
