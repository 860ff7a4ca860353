/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown to HTML: CommonMark with tables and bare links. HTML within the Markdown passes the renderer as it is (texts
 * of other communities are HTML through and through) and the sanitiser afterwards lets through only what is harmless:
 * no scripts, styles, frames, event handlers or addresses other than http, https and mailto.
 */
public final class Markdown {

    /** How long an excerpt is at most, in characters. */
    public static final int EXCERPT_LENGTH = 200;

    private static final long CACHED_CHARACTERS = 32_000_000;
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#_-]{1,30}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "code",
                    "kbd",
                    "samp",
                    "var",
                    "em",
                    "i",
                    "strong",
                    "b",
                    "s",
                    "del",
                    "ins",
                    "strike",
                    "sub",
                    "sup",
                    "small",
                    "mark",
                    "q",
                    "cite",
                    "abbr",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "details",
                    "summary")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src", "alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("title")
            .onElements("abbr")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .toFactory();

    private static final PolicyFactory WORDS_ALONE = new HtmlPolicyBuilder().toFactory();

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final Cache<Key, RenderedText> rendered = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((Key key, RenderedText text) -> text.html().length() + 300)
            .build();

    private record Key(String id, int revision, Instant writtenAt) {}

    public Markdown() {
        List<Extension> extensions = List.of(TablesExtension.create(), AutolinkExtension.create());
        this.parser = Parser.builder().extensions(extensions).build();
        this.renderer = HtmlRenderer.builder().extensions(extensions).build();
    }

    /**
     * A text that is rendered once and then remembered.
     *
     * @param writtenAt tells the texts of a draft apart, which is rewritten without a new revision
     */
    public RenderedText render(String id, int revision, Instant writtenAt, String markdown) {
        return rendered.get(new Key(id, revision, writtenAt), key -> render(markdown));
    }

    public RenderedText render(String markdown) {
        String html = SAFE.sanitize(renderer.render(parser.parse(markdown)));
        return new RenderedText(html, excerpt(html));
    }

    private static String excerpt(String html) {
        // A space where a block ends, lest the words on either side run together.
        String spaced = html.replaceAll("</(p|h[1-6]|li|td|th|pre|blockquote|dt|dd)>|<br ?/?>", "$0 ");
        String words = SPACE.matcher(unescape(WORDS_ALONE.sanitize(spaced)))
                .replaceAll(" ")
                .strip();
        if (words.length() <= EXCERPT_LENGTH) {
            return words;
        }
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(words);
        int end = breaks.preceding(EXCERPT_LENGTH);
        return words.substring(0, end <= 0 ? EXCERPT_LENGTH - 1 : end).strip() + "…";
    }

    /** The sanitiser's own escapes; {@code &amp;} last. */
    private static String unescape(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&#43;", "+")
                .replace("&#61;", "=")
                .replace("&#64;", "@")
                .replace("&#96;", "`")
                .replace("&#123;", "{")
                .replace("&#125;", "}")
                .replace("{<!-- -->{", "{{")
                .replace("&amp;", "&");
    }
}
