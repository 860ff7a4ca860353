/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/** How many cells a text's tables have at most. The parser fills each row up to the columns of its table. */
final class TableBounds {

    static final int CELLS = 10_000;

    private TableBounds() {}

    /** @throws Overrun when there are too many */
    static void check(String text) {
        if (text.indexOf('|') < 0) {
            return;
        }
        long cells = 0;
        int columns = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int widest = delimiters(line);
            if (widest > 0) {
                columns = widest;
            } else if (isBlank(line)) {
                columns = 0;
            }
            cells += columns;
            if (cells > CELLS) {
                throw new Overrun("cells", "must not have more than %d cells in its tables".formatted(CELLS));
            }
        }
    }

    /** The columns that this line may say a table has: 0 when it cannot stand under a table's head. */
    private static int delimiters(String line) {
        int pipes = 0;
        boolean dash = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '|') {
                pipes++;
            } else if (c == '-') {
                dash = true;
            } else if (" \t:>*+.)0123456789".indexOf(c) < 0) {
                return 0;
            }
        }
        return dash && pipes > 0 ? pipes + 1 : 0;
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '>');
    }
}
