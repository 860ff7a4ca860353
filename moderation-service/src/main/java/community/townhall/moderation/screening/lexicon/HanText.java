/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.stream.IntStream;

/**
 * A text as Chinese words are looked for in it: its Chinese characters, simplified, and the letters and digits among
 * them, without the signs between. Of three and more that are the same, one counts.
 */
final class HanText {

    /** So many signs are no disguise but a line of their own. */
    private static final int MOST_SIGNS = 12;

    /** What stands for a circle around a number. */
    private static final char DOT = '·';

    private static final String CLAUSE_ENDS = ",;:!?。、";

    /** What people write in place of a character that they leave to their readers. */
    private static final String MASKS = "*#%&@$_×○〇";

    /** What stands for all of them. */
    static final char MASK = '*';

    private final char[] letters;
    private final int length;

    /** For each letter, how many ends of a clause stand before it. */
    private final int[] clause;

    /** For each letter, how many letters up to it follow another one directly, without a sign between. */
    private final int[] adjacent;

    private HanText(char[] letters, int length, int[] clause, int[] adjacent) {
        this.letters = letters;
        this.length = length;
        this.clause = clause;
        this.adjacent = adjacent;
    }

    static HanText of(String normalised) {
        return of(normalised, false);
    }

    /** With {@link #MASK} for a sign by itself between two Chinese characters, and with such a digit: 操*妈, 王8蛋. */
    static HanText masked(String normalised) {
        return of(normalised, true);
    }

    private static HanText of(String normalised, boolean masked) {
        char[] letters = new char[normalised.length()];
        int[] clause = new int[normalised.length()];
        int[] adjacent = new int[normalised.length()];
        int length = 0;
        int clauses = 0;
        int signs = 1;
        int repeated = 0;
        for (int at = 0; at < normalised.length(); at++) {
            char written = usual(normalised, at);
            boolean lone = isLone(normalised, at);
            char letter = masked && isMask(normalised, at) ? MASK : lone && !masked ? 0 : letter(written);
            if (letter == 0) {
                signs++;
                boolean ends = CLAUSE_ENDS.indexOf(written) >= 0
                        || (Character.isLetter(written) && !lone)
                        || signs == MOST_SIGNS;
                clauses += ends ? 1 : 0;
                continue;
            }
            repeated = length > 0 && letters[length - 1] == letter ? repeated + 1 : 0;
            if (repeated < 2) {
                letters[length] = letter;
                clause[length] = clauses;
                adjacent[length] = length == 0 ? 0 : adjacent[length - 1] + (signs == 0 ? 1 : 0);
                length++;
            } else if (repeated == 2) {
                length--;
            }
            signs = 0;
        }
        return new HanText(letters, length, clause, adjacent);
    }

    /** One digit or an x between Chinese characters, as nobody writes it within a word, is a sign there like any other. */
    private static boolean isLone(String text, int at) {
        if (!Character.isDigit(text.charAt(at)) && text.charAt(at) != 'x') {
            return false;
        }
        boolean enclosed = isAt(text, at - 1, DOT) && isAt(text, at + 1, DOT);
        int before = enclosed ? at - 2 : at - 1;
        int behind = enclosed ? at + 2 : at + 1;
        return before >= 0 && behind < text.length() && isHan(text.charAt(before)) && isHan(text.charAt(behind));
    }

    /** Whether a sign or a digit may stand for a Chinese character. */
    static boolean hasMask(String normalised) {
        return IntStream.range(0, normalised.length()).anyMatch(at -> isMask(normalised, at) || isLone(normalised, at));
    }

    private static boolean isMask(String text, int at) {
        char sign = text.charAt(at);
        return at > 0
                && at + 1 < text.length()
                && MASKS.indexOf(sign) >= 0
                && isHan(text.charAt(at - 1))
                && isHan(text.charAt(at + 1));
    }

    private static boolean isAt(String text, int at, char sign) {
        return at >= 0 && at < text.length() && text.charAt(at) == sign;
    }

    /**
     * The usual character where people write another form of it, or a picture of what sounds the same.
     */
    private static char usual(String text, int at) {
        return switch (text.codePointAt(at)) {
            case 0x1F40E, 0x1F434 -> '马';
            case 0x1F413, 0x1F414 -> '鸡';
            case '妳' -> '你';
            case '儍' -> '傻';
            case '艸' -> '草';
            default -> text.charAt(at);
        };
    }

    private static char letter(char written) {
        return isHan(written) ? Simplified.letter(written) : LookAlikes.letter(written);
    }

    static boolean isHan(char letter) {
        return letter >= 0x2E80 && NormalText.isHan(letter) && Character.isLetter(letter);
    }

    String letters() {
        return letters(0, length);
    }

    /** Whether all stand in one clause. */
    boolean isOneClause(int from, int to) {
        return clause[from] == clause[to - 1];
    }

    /** Whether no letter follows the one before it directly. */
    boolean isSpelledOut(int from, int to) {
        return adjacent[from] == adjacent[to - 1];
    }

    /** Whether that letter follows the one before it directly. */
    boolean isAdjacent(int at) {
        return at > 0 && at < length && adjacent[at] > adjacent[at - 1];
    }

    /** From where the same clause runs, at most so far before it. */
    int clauseFrom(int from, int most) {
        int start = from;
        while (start > 0 && from - start < most && clause[start - 1] == clause[from] && isHan(letters[start - 1])) {
            start--;
        }
        return start;
    }

    /** To where the same clause runs, at most so far behind it. */
    int clauseTo(int to, int most) {
        int end = to;
        while (end < length && end - to < most && clause[end] == clause[to - 1] && isHan(letters[end])) {
            end++;
        }
        return end;
    }

    String letters(int from, int to) {
        return new String(letters, from, to - from);
    }
}
