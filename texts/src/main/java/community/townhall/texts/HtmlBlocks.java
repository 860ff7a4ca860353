/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of HTML that begin with a tag of a block that is allowed, and end at a blank line. Other than CommonMark's they
 * go on over blank lines within {@code <pre>}, as code has them.
 */
final class HtmlBlocks extends AbstractBlockParser {

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp",
            "small", "strike", "strong", "sub", "sup", "var", "span", "font", "u", "tt");

    private final HtmlBlock block = new HtmlBlock();
    private final StringBuilder content = new StringBuilder();
    private final RawHtml html;
    private int open;

    private HtmlBlocks(RawHtml html) {
        this.html = html;
    }

    static BlockParserFactory of(RawHtml html) {
        return (state, matched) -> start(html, state, matched);
    }

    private static @Nullable BlockStart start(RawHtml html, ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        if (state.getIndent() >= 4 || at >= line.length() || line.charAt(at) != '<') {
            return BlockStart.none();
        }
        boolean comment = html.dropsOther()
                && line.subSequence(at, line.length()).toString().startsWith("<!--")
                && !(matched.getMatchedBlockParser().getBlock() instanceof Paragraph);
        return comment || beginsBlock(html, line, at)
                ? BlockStart.of(new HtmlBlocks(html)).atIndex(state.getIndex())
                : BlockStart.none();
    }

    private static boolean beginsBlock(RawHtml html, CharSequence line, int at) {
        int i = at + 1;
        if (i < line.length() && line.charAt(i) == '/') {
            i++;
        }
        int name = i;
        while (i < line.length() && i < name + 12 && Character.isLetterOrDigit(line.charAt(i))) {
            i++;
        }
        String called = line.subSequence(name, i).toString().toLowerCase(Locale.ROOT);
        boolean ended = i == line.length() || " \t>/".indexOf(line.charAt(i)) >= 0;
        boolean known = html.place().allows(called) || (html.dropsOther() && BLOCKS.contains(called));
        return ended && known && !INLINE.contains(called);
    }

    private static final Set<String> BLOCKS = Set.of(
            "article",
            "aside",
            "center",
            "div",
            "figure",
            "figcaption",
            "footer",
            "header",
            "main",
            "nav",
            "section",
            "script",
            "style",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "form",
            "iframe",
            "details",
            "summary",
            "dl",
            "dt",
            "dd");

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return state.isBlank() && open <= 0 ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String text = line.getContent().toString();
        open = Math.max(0, open + count(text, "<pre") - count(text, "</pre"));
        content.append(content.isEmpty() ? "" : "\n").append(text);
    }

    private static int count(String line, String tag) {
        int count = 0;
        for (int i = line.indexOf('<'); i >= 0; i = line.indexOf('<', i + 1)) {
            int end = i + tag.length();
            boolean named = end >= line.length() || !Character.isLetterOrDigit(line.charAt(end));
            if (line.regionMatches(true, i, tag, 0, tag.length()) && named) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void closeBlock() {
        String written = content.toString();
        block.setLiteral(html.dropsOther() ? html.filtered(written) : written);
    }
}
