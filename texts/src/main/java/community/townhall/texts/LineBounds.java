/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/**
 * What the lines of a text may cost. The parser fills each row of a table up to its columns, and copies the lines of a
 * paragraph for each that it reads.
 */
final class LineBounds {

    static final int CELLS = 10_000;

    /** Lines without a blank one among them. */
    static final int TOGETHER = 4_000;

    private LineBounds() {}

    /** @throws Overrun when there are too many */
    static void check(String text) {
        long cells = 0;
        int columns = 0;
        int together = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int widest = delimiters(line);
            if (widest > 0) {
                columns = widest;
            } else if (isBlank(line)) {
                columns = 0;
                together = 0;
            }
            together++;
            if (together > TOGETHER) {
                throw new Overrun("cost", "must have a blank line at least every %d lines".formatted(TOGETHER));
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
