/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** The beginnings of texts. */
public final class Excerpts {

    /** How far back a cut looks for the end of a word. */
    private static final int WORD = 20;

    private Excerpts() {}

    /**
     * The first words of a text on one line, with "…" where something was left out. It never ends within what readers
     * see as one letter, and after a word where one ends near.
     *
     * @param most UTF-16 units, "…" included
     */
    public static String of(String text, int most) {
        String line = onOneLine(text, most + 1);
        if (line.length() <= most) {
            return line;
        }
        int end = Math.max(letterEnd(line, most - 1), 0);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > 0 && space >= end - WORD ? space : end).strip() + "…";
    }

    private static int letterEnd(String line, int most) {
        BreakIterator letters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        letters.setText(line);
        int end = letters.isBoundary(most) ? most : letters.preceding(most);
        if (end > 0) {
            return end;
        }
        return Character.isLowSurrogate(line.charAt(most)) ? most - 1 : most;
    }

    /** Enough of it to see whether more follows. */
    private static String onOneLine(String text, int most) {
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length() && line.length() < most + 100; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !line.isEmpty();
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }
}
