/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void renders_commonmark_with_tables_code_and_bare_links() {
        assertThat(html("# Title\n\n* one\n* **two**"))
                .contains("<h1>Title</h1>", "<li>one</li>", "<strong>two</strong>");
        assertThat(html("|a|b|\n|-|:-:|\n|1|2|")).contains("<table>", "<th>a</th>", "align=\"center\"");
        assertThat(html("```java\nint x = 1 < 2;\n```"))
                .contains("<pre><code class=\"language-java\">int x &#61; 1 &lt; 2;");
        assertThat(html("see https://example.org/a?b=c")).contains("href=\"https://example.org/a?b&#61;c\"");
        assertThat(html("中文 **加粗** 文本")).contains("<strong>加粗</strong>");
    }

    @Test
    void keeps_the_html_of_other_communities() {
        assertThat(html("<p>Let <code>|0&gt;</code> be <em>a</em> state.</p>\n\n<pre><code>X\n\nY\n</code></pre>"))
                .contains("<em>a</em>", "<pre><code>X\n\nY\n</code></pre>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>evil()</script>",
                "[click](javascript:evil())",
                "[click](JaVaScRiPt:evil())",
                "[click](&#106;avascript:evil())",
                "<a href=\"java\nscript:evil()\">x</a>",
                "<a href=\"data:text/html,<script>evil()</script>\">x</a>",
                "<img src=x onerror=evil()>",
                "<iframe src=\"https://evil.example/evil()\"></iframe>",
                "<svg onload=evil()>",
                "<style>body{background:url(javascript:evil())}</style>",
                "<p style=\"background:url(javascript:evil())\">x</p>",
                "<form action=\"https://x/evil()\"><input></form>",
                "<object data=\"evil()\"></object>",
                "<math><mtext><script>evil()</script></mtext></math>",
                "<details ontoggle=evil() open>x</details>"
            })
    void lets_nothing_harmful_through(String attack) {
        for (Markup markup : Markup.values()) {
            for (Place place : Place.values()) {
                String html = Texts.render(attack, markup, place).html();
                assertThat(html.replaceAll("[^<>]*(<[^>]*>)?", "$1"))
                        .doesNotContain("evil()")
                        .doesNotContainIgnoringCase("javascript:")
                        .doesNotContainIgnoringCase("<script")
                        .doesNotContainIgnoringCase("<iframe");
            }
        }
    }

    @Test
    void every_link_says_that_readers_wrote_it() {
        String link = html("<a href=\"https://example.org\" rel=\"follow\">x</a>");

        assertThat(link.replaceAll("(?s).* rel=\"([^\"]*)\".*", "$1").split(" "))
                .containsExactlyInAnyOrder("nofollow", "ugc", "noopener", "noreferrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/b'>[y](/c)</a>",
                "<a href='/b'>*see [y](/c)*</a>",
                "[<a href='/b'>x</a>](/c)",
                "[*<a href='/b'>x</a>*](/c)",
                "<a href='/b'><a href='/c'>y</a></a>",
                "<a href='/b'>see <a href='/c'>y</a> and <a href='/d'>z</a></a>",
                "<a href='/b'>http://x.example/ r</a>",
                "<a href='/b'>www.x.example</a> and www.y.example",
                "<a href='/b'>*see* www.x.example</a>",
                "![](https://x.example/) x",
                "[![](https://x.example/)](/c) x",
                "![](https://x.example) x"
            })
    void no_link_is_without_words_and_none_within_another(String text) {
        for (Place place : Place.values()) {
            String html = Texts.render(text, Markup.MARKDOWN, place).html();
            assertThat(html)
                    .containsPattern("<(a|summary)\\b")
                    .doesNotContainPattern("<a [^>]*>\\s*</a>")
                    .doesNotContain("<summary></summary>");
            assertThat(html.replaceAll("<(?!/?a\\b)[^>]*>", "")).doesNotContainPattern("<a [^>]*>[^<]*<a ");
        }
    }

    @Test
    void an_address_that_turns_its_letters_leads_where_it_led_and_turns_none() {
        Rendering post = Texts.render(
                "[a](https://x.example/\u202Egpj.exe) ![b](https://x.example/\u2066p.png)",
                Markup.MARKDOWN,
                Place.POST);

        assertThat(post.html())
                .contains("https://x.example/%E2%80%AEgpj.exe", "https://x.example/%E2%81%A6p.png")
                .doesNotContain("\u202E", "\u2066");
        assertThat(post.links())
                .extracting(Link::url)
                .containsExactly("https://x.example/%E2%80%AEgpj.exe", "https://x.example/%E2%81%A6p.png");
    }

    @Test
    void an_address_within_a_link_of_html_is_its_words() {
        assertThat(html("<a href='/b'>http://x.example/ r</a> http://y.example/"))
                .contains(">http://x.example/ r</a>", ">http://y.example/</a>");
        assertThat(html("<a href='/b'>[y](/c)</a>")).contains("&lt;a href", ">y</a>&lt;/a&gt;");
    }

    @Test
    void an_excerpt_is_the_first_words_without_markup() {
        assertThat(excerpt("# Title\n\nSome *text* & [more](https://x.org).\n\n`a < b`"))
                .isEqualTo("Title Some text & more. a < b");
        assertThat(excerpt("word ".repeat(100))).hasSizeLessThanOrEqualTo(200).endsWith("word…");
        assertThat(excerpt("字".repeat(500))).hasSizeLessThanOrEqualTo(200).endsWith("…");
        assertThat(excerpt("<p>a</p><p>b</p>")).isEqualTo("a b");
    }

    @Test
    void a_text_is_as_long_as_it_has_characters() {
        String faces = "\uD83D\uDE00".repeat(Place.COMMENT.longest());

        assertThat(Texts.flawIn(faces, Markup.MARKDOWN, Place.COMMENT)).isEmpty();
        assertThat(Texts.flawIn(faces + "a", Markup.MARKDOWN, Place.COMMENT))
                .hasValueSatisfying(flaw -> assertThat(flaw.rule()).isEqualTo("length"));
    }

    private String html(String text) {
        return Texts.render(text, Markup.MARKDOWN, Place.POST).html();
    }

    private String excerpt(String text) {
        return Texts.render(text, Markup.MARKDOWN, Place.POST).excerpt(200);
    }
}
