/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Markdown to HTML, not yet sanitised, within bounds. */
final class Markdown {

    /** How many blocks may be open within one another; a list and its item are two. */
    private static final int BLOCKS = 64;

    /** How deep a document is at most: recursion is as deep, on stacks of 512 KB. */
    private static final int DEPTH = 100;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final RawHtml html;

    Markdown(Place place, boolean dropsOtherHtml) {
        List<Extension> extensions = place == Place.POST ? List.of(TablesExtension.create()) : List.of();
        this.html = new RawHtml(place, dropsOtherHtml);
        Set<Class<? extends Block>> blocks =
                new LinkedHashSet<>(org.commonmark.internal.DocumentParser.getDefaultBlockParserTypes());
        blocks.remove(HtmlBlock.class);
        this.parser = Parser.builder()
                .extensions(extensions)
                .enabledBlockTypes(blocks)
                .customBlockParserFactory(HtmlBlocks.of(html))
                .customInlineContentParserFactory(AngleBrackets.of(html))
                .customInlineContentParserFactory(InlineBounds.longRuns())
                .inlineParserFactory(InlineBounds::new)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(BLOCKS)
                .build();
        HtmlRenderer.Builder builder = HtmlRenderer.builder().extensions(extensions);
        this.renderer = (place == Place.COMMENT ? builder.softbreak("<br />\n") : builder).build();
    }

    /** @throws Overrun when the text passes a bound */
    String html(String text, int most) {
        LineBounds.check(text);
        String marked = Emphasis.marked(text);
        Node document = parser.parse(marked);
        if (!html.dropsOther()) {
            Leftovers.show(document, marked, html);
        }
        findAddresses(document);
        Bounded rendered = new Bounded(most);
        renderer.render(document, rendered);
        return rendered.toString();
    }

    /** Visits every node without recursion, so that it can tell how deep the document is. */
    private static void findAddresses(Node document) {
        int depth = 0;
        int blocks = 0;
        boolean anchored = false;
        Node node = document;
        while (node != null) {
            if (depth > DEPTH || blocks > BLOCKS - 1) {
                throw new Overrun("depth", "must not be nested that deep");
            }
            Node next = node.getFirstChild();
            if (node instanceof Text text) {
                node = linked(text, anchored);
                next = null;
            }
            anchored = anchoredAfter(node, anchored);
            if (next != null) {
                depth++;
                blocks += node instanceof Block ? 1 : 0;
                node = next;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
                blocks -= node instanceof Block ? 1 : 0;
            }
            node = node == null ? null : node.getNext();
        }
    }

    /** Whether what follows in that block is the text of a link that is written as HTML. */
    private static boolean anchoredAfter(Node node, boolean anchored) {
        return switch (node) {
            case HtmlInline inline -> {
                Tags.@Nullable Tag tag = Tags.at(inline.getLiteral(), 0);
                yield tag != null && tag.name().equals("a") ? !tag.closing() : anchored;
            }
            case Block _ -> false;
            default -> anchored;
        };
    }

    /** @return the last node in its place */
    private static Node linked(Text text, boolean anchored) {
        text.setLiteral(Emphasis.unmarked(text.getLiteral()));
        if (anchored || isWithinLink(text)) {
            return text;
        }
        String literal = text.getLiteral();
        List<Addresses.Address> addresses = Addresses.in(literal);
        if (addresses.isEmpty()) {
            return text;
        }
        Node last = text;
        int from = 0;
        for (Addresses.Address address : addresses) {
            last = after(last, new Text(literal.substring(from, address.begin())));
            Link link = new Link(address.url(), null);
            link.appendChild(new Text(literal.substring(address.begin(), address.end())));
            last = after(last, link);
            from = address.end();
        }
        last = after(last, new Text(literal.substring(from)));
        text.unlink();
        return last;
    }

    private static Node after(Node place, Node node) {
        place.insertAfter(node);
        return node;
    }

    /** Whether it is a link, or within one. */
    static boolean isWithinLink(Node node) {
        for (@Nullable Node parent = node; parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                return true;
            }
            if (parent instanceof Block) {
                return false;
            }
        }
        return false;
    }

    /** Takes no more than so many characters, and none of the marks of {@link Emphasis}. */
    private static final class Bounded implements Appendable {

        private final StringBuilder html = new StringBuilder();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            if (html.length() + end - start > most) {
                throw new Overrun("size", "must not become that much longer when it is shown");
            }
            html.append(Emphasis.unmarked(text.subSequence(start, end).toString()));
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            return append(String.valueOf(c));
        }

        @Override
        public String toString() {
            return html.toString();
        }
    }
}
