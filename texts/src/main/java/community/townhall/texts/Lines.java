/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.Optional;

/** Texts of one line: titles, names, whatever stands in a field that is not a text. */
public final class Lines {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int LEFT_TO_RIGHT_MARK = 0x200E;
    private static final int RIGHT_TO_LEFT_MARK = 0x200F;
    private static final int ARABIC_LETTER_MARK = 0x061C;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Lines() {}

    /**
     * Why that line may not be written: it has nothing to see, or characters that are not seen or that turn around what
     * is. What scripts and emoji need stays: joiners between letters, variation selectors, direction marks.
     */
    public static Optional<Flaw> flawIn(String line) {
        boolean seen = false;
        int before = ' ';
        int[] characters = line.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                return Optional.of(new Flaw("characters", "must be one line"));
            }
            if (Letters.isForbidden(c) || (Letters.isInvisible(c) && !isNeeded(characters, i, before))) {
                return Optional.of(
                        new Flaw("characters", "must not have the invisible or control character U+%04X".formatted(c)));
            }
            seen |= Letters.isVisible(c);
            before = c;
        }
        return seen ? Optional.empty() : Optional.of(new Flaw("unreadable", "must have something to read"));
    }

    /** Why those lines of plain text may not be written; there may be none, and nothing in them. */
    public static Optional<Flaw> flawInLines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(Lines::flawIn)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isNeeded(int[] characters, int at, int before) {
        int c = characters[at];
        boolean onSomething = Letters.isVisible(before) || Letters.isMark(before);
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return (onSomething || isVariation(before))
                    && at + 1 < characters.length
                    && Letters.isVisible(characters[at + 1]);
        }
        if (isVariation(c)) {
            return onSomething;
        }
        if (isTag(c)) {
            return before == BLACK_FLAG || isTag(before);
        }
        return c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK;
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }
}
