/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import java.util.List;
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
     * is. What scripts and emoji need stays where it stands on one that needs it: joiners, variation selectors; and marks
     * of direction where something is written from right to left.
     */
    public static Optional<Flaw> flawIn(String line) {
        boolean seen = false;
        int[] characters = line.codePoints().toArray();
        boolean rightToLeft = line.codePoints().anyMatch(Letters::isRightToLeft);
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                return Optional.of(new Flaw("characters", "must be one line"));
            }
            if (isUnseen(characters, i) || (isDirectionMark(c) && !rightToLeft)) {
                return Optional.of(
                        new Flaw("characters", "must not have the invisible or control character U+%04X".formatted(c)));
            }
            seen |= Letters.isVisible(c);
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

    /** The addresses in that line: nothing makes links of them, and whoever wrote them wants readers to go there. */
    public static List<Link> addressesIn(String line) {
        return Addresses.in(line).stream()
                .map(address -> Link.to(address.url()))
                .toList();
    }

    /** Whether what stands there is nothing to see, and changes nothing that is. */
    static boolean isUnseen(int[] characters, int at) {
        int c = characters[at];
        return Letters.isForbidden(c) || (Letters.isInvisible(c) && !isNeeded(characters, at));
    }

    /** What changes how its neighbours look in scripts that have such characters, and nothing in those that have not. */
    private static boolean isNeeded(int[] characters, int at) {
        int c = characters[at];
        int on = base(characters, at);
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return (Letters.isJoined(on) || Letters.isEmoji(on))
                    && at + 1 < characters.length
                    && Letters.isVisible(characters[at + 1]);
        }
        if (isMongolianVariation(c)) {
            return Character.UnicodeScript.of(on) == Character.UnicodeScript.MONGOLIAN;
        }
        if (isVariation(c)) {
            return Letters.isVisible(on) && (Letters.isEmoji(on) || !Letters.isOfPlainAlphabet(on));
        }
        if (isTag(c)) {
            return on == BLACK_FLAG;
        }
        return isDirectionMark(c);
    }

    /** The character that what stands there is put on: the last one before it that is seen by itself. */
    private static int base(int[] characters, int at) {
        for (int i = at - 1; i >= 0; i--) {
            int c = characters[i];
            if (!Letters.isMark(c) && !isVariation(c) && !isTag(c) && !Letters.isEmojiModifier(c)) {
                return c;
            }
        }
        return ' ';
    }

    /** Turns nothing by itself; it says to which side a sign between two scripts belongs. */
    static boolean isDirectionMark(int c) {
        return c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK;
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || isMongolianVariation(c);
    }

    private static boolean isMongolianVariation(int c) {
        return c >= 0x180B && c <= 0x180F;
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }
}
