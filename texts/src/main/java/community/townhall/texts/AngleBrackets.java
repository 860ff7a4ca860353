/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * What begins with {@code <} within a block: a tag that is allowed, an address, or else the character itself, so that
 * nothing that somebody wrote is lost. Never looks further than the next {@code <} outside of quotes.
 */
final class AngleBrackets implements InlineContentParser {

    private static final int LONGEST = 4_000;
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*");
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?");

    private final RawHtml html;
    /** Nothing that ends a comment follows: found once, lest each beginning look for it again. */
    private boolean noCommentEnds;

    private AngleBrackets(RawHtml html) {
        this.html = html;
    }

    static InlineContentParserFactory of(RawHtml html) {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('<');
            }

            @Override
            public InlineContentParser create() {
                return new AngleBrackets(html);
            }
        };
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        Node node = address(scanner, start);
        if (node == null) {
            scanner.setPosition(start);
            node = tag(scanner, start);
        }
        if (node == null && html.dropsOther() && !noCommentEnds) {
            scanner.setPosition(start);
            node = comment(scanner);
        }
        if (node == null) {
            scanner.setPosition(start);
            scanner.next();
            node = new Text("<");
        }
        return ParsedInline.of(node, scanner.position());
    }

    private @Nullable Node address(Scanner scanner, Position start) {
        scanner.next();
        Position begin = scanner.position();
        for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
            char c = scanner.peek();
            if (c == '>') {
                String written = scanner.getSource(begin, scanner.position()).getContent();
                scanner.next();
                return link(written);
            }
            if (c <= ' ' || c == '<') {
                return null;
            }
            scanner.next();
        }
        return null;
    }

    private @Nullable Node link(String written) {
        boolean url = URL.matcher(written).matches();
        if (!url && (written.indexOf('@') < 0 || !MAILBOX.matcher(written).matches())) {
            return null;
        }
        String address = url ? written : "mailto:" + written;
        if (!html.keepsLink(address)) {
            return null;
        }
        Link link = new Link(address, null);
        link.appendChild(new Text(written));
        return link;
    }

    private @Nullable Node tag(Scanner scanner, Position start) {
        scanner.next();
        if (scanner.peek() != '/' && !Tags.isLetter(scanner.peek())) {
            return null;
        }
        char quote = 0;
        boolean value = false;
        for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
            char c = scanner.peek();
            scanner.next();
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (value && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '<') {
                return null;
            } else if (c == '>') {
                return kept(scanner.getSource(start, scanner.position()).getContent());
            }
            value = c == '=' || (value && (c == ' ' || c == '\t' || c == '\n'));
        }
        return null;
    }

    private @Nullable Node kept(String written) {
        Tags.Tag tag = Tags.at(written, 0);
        if (tag == null || tag.end() != written.length() || !html.keeps(tag, written)) {
            return null;
        }
        HtmlInline inline = new HtmlInline();
        inline.setLiteral(written);
        return inline;
    }

    private @Nullable Node comment(Scanner scanner) {
        if (!scanner.next("<!--")) {
            return null;
        }
        while (scanner.find('-') >= 0) {
            if (scanner.next("-->")) {
                return new Text("");
            }
            scanner.next();
        }
        noCommentEnds = true;
        return null;
    }
}
