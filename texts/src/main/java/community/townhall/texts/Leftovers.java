/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Makes text of what was parsed and would not be shown: a member who wrote it would find it gone without a word. */
final class Leftovers {

    private final String source;
    private final RawHtml html;
    private final Set<Node> linking;

    private Leftovers(String source, RawHtml html, Set<Node> linking) {
        this.source = source;
        this.html = html;
        this.linking = linking;
    }

    /** @param source what was parsed */
    static void show(Node document, String source, RawHtml html) {
        List<Node> nodes = inOrder(document);
        Leftovers leftovers = new Leftovers(source, html, linking(nodes));
        for (Node node : nodes) {
            leftovers.show(node);
        }
    }

    /** The links, and all that they are in. */
    private static Set<Node> linking(List<Node> nodes) {
        Set<Node> linking = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : nodes) {
            if (node instanceof Link) {
                for (@Nullable Node each = node; each != null && linking.add(each); ) {
                    each = each.getParent();
                }
            }
        }
        return linking;
    }

    private void show(Node node) {
        if (node.getFirstChild() != null) {
            TagPairs.showOthers(node, html, linking);
        }
        switch (node) {
            case LinkReferenceDefinition definition -> replace(definition, paragraph(written(definition)));
            case FencedCodeBlock code -> showInfo(code);
            // By its number, since it cannot be written itself.
            case Text text
            when Letters.hasForbidden(text.getLiteral()) ->
                text.setLiteral(Letters.withForbiddenReplaced(Emphasis.unmarked(text.getLiteral())));
            case TableRow row -> showFurtherCells(row);
            case Image image when !Policies.keepPicture(image.getDestination()) -> showAlternative(image);
            case Link link
            when !html.keepsLink(link.getDestination()) || isEmpty(link) ->
                unwrap(link, "[", target(link.getDestination(), link.getTitle()));
            default -> {}
        }
    }

    private static void showAlternative(Image image) {
        if (isEmpty(image)) {
            unwrap(image, "![", target(image.getDestination(), image.getTitle()));
        } else {
            unwrap(image, "", "");
        }
    }

    private static String written(LinkReferenceDefinition definition) {
        String title = definition.getTitle();
        String destination = definition.getDestination().isEmpty() ? "<>" : definition.getDestination();
        return "[%s]: %s".formatted(definition.getLabel(), destination) + (title == null ? "" : " \"" + title + "\"");
    }

    private static String target(String destination, @Nullable String title) {
        return "](" + destination + (title == null ? "" : " \"" + title + "\"") + ")";
    }

    private static boolean isEmpty(Node named) {
        for (Node child = named.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof Text text) || Letters.anyVisible(text.getLiteral())) {
                return false;
            }
        }
        return true;
    }

    /** What stands after the fence is the language of the code, or is seen nowhere. */
    private static void showInfo(FencedCodeBlock code) {
        String info = code.getInfo();
        if (info != null
                && !info.isBlank()
                && !Policies.LANGUAGE.matcher("language-" + info.strip()).matches()) {
            code.insertBefore(paragraph(info.strip()));
        }
    }

    /** Cells beyond those of the table's head are left out by the parser. */
    private void showFurtherCells(TableRow row) {
        int columns = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            columns++;
        }
        List<String> cells = new ArrayList<>();
        for (SourceSpan span : row.getSourceSpans()) {
            cells.addAll(cells(source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength())));
        }
        for (String further : cells.subList(Math.min(columns, cells.size()), cells.size())) {
            TableCell cell = new TableCell();
            cell.appendChild(new Text(further));
            row.appendChild(cell);
        }
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.isEmpty()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }

    static Paragraph paragraph(String text) {
        Paragraph paragraph = new Paragraph();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new SoftLineBreak());
            }
            paragraph.appendChild(new Text(line));
        }
        return paragraph;
    }

    static void replace(Node node, Node by) {
        node.insertBefore(by);
        node.unlink();
    }

    private static void unwrap(Node node, String before, String after) {
        node.insertBefore(new Text(before));
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        replace(node, new Text(after));
    }

    /** Without recursion, since how deep the document is has not been told yet. */
    private static List<Node> inOrder(Node document) {
        List<Node> nodes = new ArrayList<>();
        @Nullable Node node = document;
        while (node != null) {
            nodes.add(node);
            Node next = node.getFirstChild();
            while (next == null && node != null && node != document) {
                next = node.getNext();
                node = node.getParent();
            }
            node = next;
        }
        return nodes;
    }
}
