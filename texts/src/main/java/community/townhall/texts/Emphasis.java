/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

/**
 * Lets stars next to Chinese, Japanese and Korean open and close emphasis. CommonMark tells by the spaces and the
 * punctuation around a run of stars whether it does; these scripts have no spaces between words, so that {@code
 * **注意：**请} would stay as it stands. A mark between the punctuation and the stars, which the parser takes for a letter,
 * makes it read them as between letters. It is no character, so no text has it, and it is taken out again.
 */
final class Emphasis {

    static final char MARK = '\uFDD0';

    private Emphasis() {}

    static String marked(String text) {
        if (text.indexOf('*') < 0) {
            return text;
        }
        StringBuilder marked = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '*') {
                marked.append(c);
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && text.charAt(end) == '*') {
                end++;
            }
            int before = i == 0 ? '\n' : text.codePointBefore(i);
            int after = end == text.length() ? '\n' : text.codePointAt(end);
            boolean eastAsian = Letters.isEastAsian(before) || Letters.isEastAsian(after);
            if (eastAsian && before != '\\' && isPunctuation(before)) {
                marked.append(MARK);
            }
            marked.append(text, i, end);
            if (eastAsian && isPunctuation(after)) {
                marked.append(MARK);
            }
            i = end;
        }
        return marked.toString();
    }

    static String unmarked(String text) {
        return text.indexOf(MARK) < 0 ? text : text.replace(String.valueOf(MARK), "");
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
