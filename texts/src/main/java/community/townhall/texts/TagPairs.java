/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The tags among the children of one node. They count as HTML where they come in pairs, in their place, with something
 * between them; browsers and sanitisers drop others without a word, so these are text.
 */
final class TagPairs {

    private static final Set<String> VOID = Set.of("br", "hr", "img");
    private static final Set<String> END_OPTIONAL =
            Set.of("p", "li", "dt", "dd", "thead", "tbody", "tfoot", "tr", "th", "td");
    private static final Set<String> SHOWN_EMPTY = Set.of("li", "th", "td");

    private static final Set<String> CELLS = Set.of("th", "td");
    private static final Set<String> ROWS = Set.of("tr", "th", "td");
    private static final Set<String> GROUPS = Set.of("caption", "thead", "tbody", "tfoot", "tr", "th", "td");
    private static final Set<String> TERMS = Set.of("dt", "dd");

    /** What has an element of its own end before it. */
    private static final Map<String, Set<String>> ENDS = Map.ofEntries(
            Map.entry("p", Set.of("p")),
            Map.entry("li", Set.of("li", "p")),
            Map.entry("dt", Set.of("dt", "dd", "p")),
            Map.entry("dd", Set.of("dt", "dd", "p")),
            Map.entry("td", CELLS),
            Map.entry("th", CELLS),
            Map.entry("tr", ROWS),
            Map.entry("thead", GROUPS),
            Map.entry("tbody", GROUPS),
            Map.entry("tfoot", GROUPS));

    private static final Map<String, Set<String>> PARENTS = Map.ofEntries(
            Map.entry("li", Set.of("ul", "ol")),
            Map.entry("dt", Set.of("dl")),
            Map.entry("dd", Set.of("dl")),
            Map.entry("td", Set.of("tr")),
            Map.entry("th", Set.of("tr")),
            Map.entry("tr", Set.of("table", "thead", "tbody", "tfoot")),
            Map.entry("caption", Set.of("table")),
            Map.entry("thead", Set.of("table")),
            Map.entry("tbody", Set.of("table")),
            Map.entry("tfoot", Set.of("table")),
            Map.entry("summary", Set.of("details")));

    private static final Pattern LONE_AMPERSAND =
            Pattern.compile("&(?!(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{2,32});)");

    private static final String LINK = "a";

    private final List<Piece> pieces = new ArrayList<>();
    /** Before which of the pieces there is a link that is none of HTML. */
    private final Set<Integer> links = new HashSet<>();

    private boolean nothing;

    private TagPairs() {}

    /** A tag within a node, from there to there; its partner when it counts, itself when it needs none. */
    private static final class Piece {

        final Node node;
        final int begin;
        final Tags.Tag tag;
        final boolean adjacent;

        @Nullable
        Piece partner;

        Piece(Node node, int begin, Tags.Tag tag, boolean adjacent) {
            this.node = node;
            this.begin = begin;
            this.tag = tag;
            this.adjacent = adjacent;
        }
    }

    /**
     * Makes text of the children's tags that do not count.
     *
     * @param linking the nodes that are links or have one in them
     */
    static void showOthers(Node parent, RawHtml html, Set<Node> linking) {
        TagPairs pairs = new TagPairs();
        List<Node> nodes = pairs.find(parent, html, linking);
        if (nodes.isEmpty()) {
            return;
        }
        pairs.pair();
        pairs.keepLinksApart(Markdown.isWithinLink(parent));
        pairs.keepThoseInPlace();
        Map<Node, List<Piece>> kept = new HashMap<>();
        for (Piece piece : pairs.pieces) {
            if (piece.partner != null) {
                kept.computeIfAbsent(piece.node, node -> new ArrayList<>()).add(piece);
            }
        }
        for (Node node : nodes) {
            show(node, kept.getOrDefault(node, List.of()));
        }
    }

    /** @return the nodes of HTML */
    private List<Node> find(Node parent, RawHtml html, Set<Node> linking) {
        List<Node> nodes = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (linking.contains(child)) {
                links.add(pieces.size());
            }
            switch (child) {
                case HtmlInline inline -> {
                    nodes.add(child);
                    find(child, inline.getLiteral(), html);
                }
                case HtmlBlock block -> {
                    nodes.add(child);
                    find(child, block.getLiteral(), html);
                }
                case Text text -> nothing &= !Letters.anyVisible(text.getLiteral());
                case SoftLineBreak _ -> {}
                default -> nothing = false;
            }
        }
        return nodes;
    }

    private void find(Node node, String literal, RawHtml html) {
        int from = 0;
        for (int i = literal.indexOf('<'); i >= 0; i = literal.indexOf('<', i + 1)) {
            Tags.Tag tag = Tags.at(literal, i);
            if (tag == null || !html.keeps(tag, literal.substring(i, tag.end()))) {
                continue;
            }
            nothing &= literal.substring(from, i).isBlank();
            pieces.add(new Piece(node, i, tag, nothing));
            nothing = true;
            from = tag.end();
            i = from - 1;
        }
        nothing &= literal.substring(from).isBlank();
    }

    private void pair() {
        Deque<Piece> open = new ArrayDeque<>();
        Map<String, Integer> named = new HashMap<>();
        @Nullable Piece before = null;
        for (Piece piece : pieces) {
            String name = piece.tag.name();
            if (VOID.contains(name)) {
                piece.partner = piece.tag.closing() ? null : piece;
            } else if (!piece.tag.closing()) {
                open.push(piece);
                named.merge(name, 1, Integer::sum);
            } else if (named.getOrDefault(name, 0) > 0) {
                Piece opener = open.pop();
                named.merge(opener.tag.name(), -1, Integer::sum);
                while (!opener.tag.name().equals(name)) {
                    opener.partner = END_OPTIONAL.contains(opener.tag.name()) ? opener : null;
                    opener = open.pop();
                    named.merge(opener.tag.name(), -1, Integer::sum);
                }
                if (opener != before || !piece.adjacent || SHOWN_EMPTY.contains(name)) {
                    opener.partner = piece;
                    piece.partner = opener;
                }
            }
            before = piece;
        }
    }

    /** A link within a link ends it for browsers: the outer one would be there, and nothing in it. */
    private void keepLinksApart(boolean withinLink) {
        @Nullable Piece open = null;
        for (int i = 0; i < pieces.size(); i++) {
            if (open != null && links.contains(i)) {
                leave(open);
                open = null;
            }
            Piece piece = pieces.get(i);
            if (piece.partner == null || !piece.tag.name().equals(LINK)) {
                continue;
            }
            if (piece.tag.closing()) {
                open = null;
            } else {
                if (open != null) {
                    leave(open);
                }
                open = piece;
                if (withinLink) {
                    leave(piece);
                    open = null;
                }
            }
        }
    }

    private static void leave(Piece piece) {
        Objects.requireNonNull(piece.partner).partner = null;
        piece.partner = null;
    }

    private void keepThoseInPlace() {
        Deque<Piece> open = new ArrayDeque<>();
        for (Piece piece : pieces) {
            if (piece.partner == null || VOID.contains(piece.tag.name())) {
                continue;
            }
            if (piece.tag.closing()) {
                if (open.contains(piece.partner)) {
                    while (open.pop() != piece.partner) {}
                } else {
                    // It had ended already.
                    piece.partner = null;
                }
                continue;
            }
            String name = piece.tag.name();
            Set<String> ended = ENDS.getOrDefault(name, Set.of());
            while (!open.isEmpty() && ended.contains(open.element().tag.name())) {
                open.pop();
            }
            Set<String> parents = PARENTS.get(name);
            if (parents == null
                    || (!open.isEmpty() && parents.contains(open.element().tag.name()))) {
                open.push(piece);
            } else {
                leave(piece);
            }
        }
    }

    private static void show(Node node, List<Piece> kept) {
        switch (node) {
            case HtmlBlock block
            when kept.isEmpty() -> Leftovers.replace(block, Leftovers.paragraph(block.getLiteral()));
            case HtmlBlock block -> block.setLiteral(withText(block.getLiteral(), kept));
            case HtmlInline inline when kept.isEmpty() -> Leftovers.replace(inline, new Text(inline.getLiteral()));
            default -> {}
        }
    }

    private static String withText(String literal, List<Piece> kept) {
        StringBuilder html = new StringBuilder(literal.length());
        int from = 0;
        for (Piece piece : kept) {
            html.append(text(literal.substring(from, piece.begin)));
            html.append(literal, piece.begin, piece.tag.end());
            from = piece.tag.end();
        }
        return html.append(text(literal.substring(from))).toString();
    }

    private static String text(String written) {
        return LONE_AMPERSAND.matcher(written).replaceAll("&amp;").replace("<", "&lt;");
    }
}
