/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Stars and underscores within the addresses that stand in a block as they are: they belong to the address, and are no
 * emphasis. Those at its end may close what was opened before it, and belong to it only when nothing was.
 */
final class BareAddresses implements InlineContentParserFactory {

    private static final String EMPHASIS = "*_";

    /** What may stand among the stars and underscores after an address. */
    private static final String CLOSERS = "*_.,:;!?'~" + Emphasis.MARK;

    /** Where runs of them begin, in the block that is parsed. */
    private final Set<Integer> runs = new HashSet<>();

    /** @return the same lines, which tell the parser of a block where in it they stand */
    SourceLines found(SourceLines block) {
        runs.clear();
        int offset = 0;
        for (SourceLine line : block.getLines()) {
            String text = line.getContent().toString();
            if (text.indexOf('*') >= 0 || text.indexOf('_') >= 0) {
                findAll(text, offset);
            }
            offset += text.length() + 1;
        }
        return runs.isEmpty() ? block : placed(block);
    }

    private static SourceLines placed(SourceLines block) {
        SourceLines placed = new SourceLines();
        int offset = 0;
        for (SourceLine line : block.getLines()) {
            int length = line.getContent().length();
            placed.addLine(SourceLine.of(line.getContent(), SourceSpan.of(0, offset, offset, length)));
            offset += length + 1;
        }
        return placed;
    }

    private void findAll(String text, int offset) {
        for (Addresses.Address address : Addresses.in(text)) {
            if (!address.url().startsWith("mailto:")) {
                find(text, address, offset);
            }
        }
    }

    private void find(String text, Addresses.Address address, int offset) {
        int begin = address.begin();
        int end = withoutClosers(text, begin, codeBegin(text, begin, address.end()));
        int around = starsBefore(text, begin);
        for (int i = begin; i < end; i++) {
            if (EMPHASIS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int run = InlineBounds.runEnd(text, i) - i;
            if (text.charAt(i) == '*' && run == around && !Character.isLetterOrDigit(text.codePointAt(i + run))) {
                findAll(text.substring(i + run, address.end()), offset + i + run);
                return;
            }
            runs.add(offset + i);
            i += run - 1;
        }
    }

    private static int codeBegin(String text, int begin, int end) {
        int code = text.indexOf('`', begin);
        return code < 0 ? end : Math.min(code, end);
    }

    private static int withoutClosers(String text, int begin, int end) {
        int last = end;
        while (last > begin && CLOSERS.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    private static int starsBefore(String text, int begin) {
        int first = begin;
        while (first > 0 && text.charAt(first - 1) == '*') {
            first--;
        }
        return begin - first;
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('*', '_');
    }

    @Override
    public InlineContentParser create() {
        return this::parse;
    }

    private ParsedInline parse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        char c = scanner.peek();
        if (runs.isEmpty()) {
            return ParsedInline.none();
        }
        int run = scanner.matchMultiple(c);
        List<SourceSpan> spans = scanner.getSource(start, scanner.position()).getSourceSpans();
        return !spans.isEmpty() && runs.contains(spans.getFirst().getInputIndex())
                ? ParsedInline.of(new Text(String.valueOf(c).repeat(run)), scanner.position())
                : ParsedInline.none();
    }
}
