/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Chinese characters as they are written in simplified style, one for one, by the table of
 * <a href="https://github.com/BYVoid/OpenCC">OpenCC</a>.
 */
final class Simplified {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9FFF';
    private static final char[] TABLE = table();

    private Simplified() {}

    static char letter(char written) {
        return written < FIRST || written > LAST ? written : TABLE[written - FIRST];
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (char written = FIRST; written <= LAST; written++) {
            table[written - FIRST] = written;
        }
        // A line is the character, a tab, and what it may be in simplified style, the most usual first.
        try (BufferedReader lines = WordList.lines("/data/dictionary/TSCharacters.txt")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                char written = line.isEmpty() ? 0 : line.charAt(0);
                if (written >= FIRST
                        && written <= LAST
                        && line.length() > 2
                        && !Character.isSurrogate(line.charAt(2))) {
                    table[written - FIRST] = line.charAt(2);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
