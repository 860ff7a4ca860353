/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a member writes has an effect that readers see, or stands there as it was written. */
class NothingIsSwallowedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // closed and never opened, opened and never closed
                "Close it with </p> please",
                "</p>",
                "</b>",
                "Use <b> for bold",
                "<p> begins a paragraph",
                "a <b> b </i> c",
                "</br> is none",
                "<b/> is open",
                // with nothing in it
                "Put <b></b> around it",
                "<p></p> is empty",
                "<b> </b>",
                // out of its place
                "a <td>b</td> c",
                "<td>b</td>",
                "a <li>b</li> c",
                "<summary>b</summary>",
                "<tr><td>b</td></tr>",
                // with what would be left out
                "<b title=\"some words\">b</b>",
                "<p style=\"color:red\">b</p>",
                "<a>b</a>",
                "<a href=\"javascript:x\">b</a>",
                "<a href=\"https://a.example\" onclick=\"x\">b</a>",
                "a <img src=\"http://a.example/p.png\" alt=\" \"> c",
                "<img>",
                // never ended
                "a < b <a",
                "<a href=\"x",
                "<!-- a",
                "a &lt b &nbsp c &#0 d &;",
                "<?xml version=\"1.0\"?> a",
                "<![CDATA[ a ]]>",
                // what Markdown would take for its own
                "Map<key:value> and a<std::string>",
                "<javascript:x>",
                "See [](https://a.example) now",
                "[a](javascript:b)",
                // to nowhere
                "<https://>",
                "[a](https://)",
                "[a](https:)",
                "[a](//)",
                "[a](https:///?b)",
                "[a](https://:80/)",
                "[a](https://.)",
                "[a](https://%)",
                "[a](mailto:)",
                "<mailto:?subject=b>",
                "[a]()",
                "<a href=\"https://\">a</a>",
                "![](https://)",
                "https://%",
                "https://-",
                "![](p.png) b",
                "![ ](http://a.example/p.png) b",
            })
    void what_has_no_effect_stands_there(String text) {
        assertThat(words(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Transcript:\\n\\n[Alice]: hello\\n[Bob]: hi~Transcript:\\n[Alice]: hello\\n[Bob]: hi",
                "a\\n\\n[b]: https://b.example \"with words\"~a\\n[b]: https://b.example \"with words\"",
                "[a]\\n\\n[a]: https://a.example\\n[a]: https://b.example~a\\n[a]: https://b.example",
                "[x]: <>~[x]: <>",
                "a\\n\\n[y]: <> \"with words\"~a\\n[y]: <> \"with words\"",
                "a &#xD800; b &#1; c &#x1F;&#xFFFE; d~a \uFFFD b \uFFFD c \uFFFD\uFFFD d",
                "``` some words\\ncode\\n```~some words\\ncode",
                "``` java:Main.java\\ncode\\n```~java:Main.java\\ncode",
                "|a|b|\\n|-|-|\\n|1|2|3 more|4|~a\\nb\\n1\\n2\\n3 more\\n4",
                "> |a|b|\\n> |-|-|\\n> |1|2|x \\\\| y|~a\\nb\\n1\\n2\\nx | y",
                "<p>AT&T &copy me &amp; you</p>~AT&T &copy me & you",
            })
    void what_stands_for_nothing_else_is_shown(String text, String words) {
        assertThat(words(lines(text)).replaceAll("\\n+", "\n")).isEqualTo(lines(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <b>c</b> d",
                "<b>**c**</b>",
                "<a href=\"https://a.example\" rel=\"follow\" target=\"_blank\" title=\"t\">a</a>",
                "<details open>\n<summary>a</summary>\n\n*b*\n\n</details>",
                "<details><summary>a</summary>b</details>",
                "<table><tr><th>a</th></tr><tr><td></td><td align=\"right\">b</td></tr></table>",
                "<ul>\n<li>a\n<li>b\n</ul>",
                "<dl><dt>a<dd>b</dl>",
                "a<br>b<br/>c <img src=\"https://a.example/p.png\" alt=\"d\" width=\"10\">",
                "<p>a</p>\n\n<p>b</p>",
                "> <p>a</p>",
                "<pre><code class=\"language-java\">a\n\nb</code></pre>",
                "<abbr title=\"t\">a</abbr><hr>",
            })
    void what_has_an_effect_has_it(String text) {
        assertThat(words(text)).doesNotContain("<", ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a",
                "//a.example",
                "https://[::1]/",
                "https://例子.测试",
                "mailto:a@b.example",
                "/a",
                "?a",
                "#a",
                "a"
            })
    void what_leads_somewhere_is_a_link(String address) {
        assertThat(html("[a](" + address + ")")).contains("<a href=\"");
    }

    @Test
    void what_leads_nowhere_is_no_link() {
        assertThat(html("https://% and https://-")).doesNotContain("<a");
        assertThat(Texts.render("<a href=\"https://\">a</a>", Markup.HTML, Place.POST)
                        .html())
                .isEqualTo("a");
    }

    @Test
    void a_list_begins_where_it_says() {
        assertThat(html("20261129. a")).contains("start=\"20261129\"");
    }

    @Test
    void a_picture_that_is_a_link_keeps_its_title() {
        assertThat(Texts.render("![a](https://a.example/p.png \"t\")", Markup.MARKDOWN, Place.COMMENT)
                        .html())
                .contains("title=\"t\"");
    }

    /** Every tag of any text is one in its HTML or stands in its words. */
    @Test
    void no_tag_of_any_text_gets_lost() {
        List<String> pieces = Place.POST.elements().stream()
                .sorted()
                .flatMap(element -> List.of("<" + element + ">", "</" + element + ">").stream())
                .toList();
        List<String> between = List.of("", "", "a", " ", "\n", "\n\n", "*", "**", "> ", "* ", "\n* ", "`", "|");
        Random random = new Random(20_261_129);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())))
                        .append(between.get(random.nextInt(between.size())));
            }
            Rendering rendering = Texts.render(text.toString(), Markup.MARKDOWN, Place.POST);
            for (String element : Place.POST.elements()) {
                String tag = "<" + element + ">";
                assertThat(count(tag, rendering.words()) + count("<" + element + "\\b[^>]*>", rendering.html()))
                        .as("%s of %s: %s", tag, text, rendering.html())
                        .isGreaterThanOrEqualTo(count(tag, text));
            }
        }
    }

    private static int count(String pattern, CharSequence text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static String words(String text) {
        return Texts.render(text, Markup.MARKDOWN, Place.POST).words();
    }

    private static String html(String text) {
        return Texts.render(text, Markup.MARKDOWN, Place.POST).html();
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\\\", "\\");
    }
}
