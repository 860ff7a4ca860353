/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.Set;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Refuses a block whose emphasis or brackets would cost more than in proportion to its length, before it is parsed: the
 * parser goes back over all that are open for each that closes, and by recursion into all that are nested.
 */
final class InlineBounds implements InlineParser {

    /** Characters that may open or close emphasis in one block; as many levels can nest as a half of them. */
    static final int EMPHASIS = 1_000;

    static final int BRACKETS = 1_000;
    static final int PICTURES = 200;
    /** A longer run of stars or underscores is a line that somebody drew. */
    static final int LONGEST_RUN = 6;

    private final BareAddresses addresses = new BareAddresses();
    private final InlineParser parser;

    InlineBounds(InlineParserContext context) {
        this.parser = new InlineParserImpl(new Definitions(context, addresses));
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String text = lines.getContent();
        int emphasis = 0;
        int brackets = 0;
        int pictures = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '_') {
                int run = runEnd(text, i) - i;
                emphasis += run > LONGEST_RUN || (c == '_' && isWithinWord(text, i, run)) ? 0 : run;
                i += run - 1;
            } else if (c == '[') {
                brackets++;
                pictures += i > 0 && text.charAt(i - 1) == '!' ? 1 : 0;
            }
        }
        if (emphasis > EMPHASIS || brackets > BRACKETS || pictures > PICTURES) {
            throw new Overrun("cost", "must not have that many stars, underscores or brackets in one paragraph");
        }
        parser.parse(addresses.found(lines), block);
    }

    static int runEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        return end;
    }

    private static boolean isWithinWord(String text, int at, int run) {
        return at > 0
                && at + run < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + run));
    }

    /** Long runs are text. */
    static InlineContentParserFactory longRuns() {
        return new InlineContentParserFactory() {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('*', '_');
            }

            @Override
            public InlineContentParser create() {
                return state -> {
                    Scanner scanner = state.scanner();
                    char c = scanner.peek();
                    int run = scanner.matchMultiple(c);
                    return run > LONGEST_RUN
                            ? ParsedInline.of(new Text(String.valueOf(c).repeat(run)), scanner.position())
                            : ParsedInline.none();
                };
            }
        };
    }
}
