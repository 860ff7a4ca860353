/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.texts;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** What the characters of a text are to its readers. */
final class Letters {

    /**
     * Letters and signs to Unicode, and nothing to readers: the blank of Braille, what stands for an object that is not
     * there, the head of a note that has none, the blanks of the Egyptian and the filler of the Khitan script.
     */
    private static final UnicodeSet BLANKS =
            new UnicodeSet("[\\u2800\\uFFFC\\U0001D159\\U00013441\\U00013442\\U00016FE4]").freeze();

    private Letters() {}

    /** Whether a reader sees anything where the text stands. */
    static boolean anyVisible(CharSequence text) {
        return any(text, Letters::isVisible);
    }

    static boolean isVisible(int c) {
        return !isInvisible(c) && !isSpace(c) && !isMark(c);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Leaves no trace, or is no character at all. */
    static boolean isInvisible(int c) {
        return BLANKS.contains(c)
                || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Of an alphabet, or a script of syllables, whose letters stand each by itself: nothing invisible changes them. */
    static boolean isOfPlainAlphabet(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN, HEBREW, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> false;
        };
    }

    /** Of a script whose letters join or change shape beside others (Arabic, those of India and their kin). */
    static boolean isJoined(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, COMMON, INHERITED, UNKNOWN -> false;
            default -> isVisible(c) && !isOfPlainAlphabet(c);
        };
    }

    /** Arabic, Hebrew and others. */
    static boolean isRightToLeft(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> isVisible(c);
            default -> false;
        };
    }

    static boolean isEmoji(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EMOJI);
    }

    /** A colour of skin. */
    static boolean isEmojiModifier(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER);
    }

    /** Has no place in a text of several lines: it is no character, or commands a terminal and not a page. */
    static boolean isForbidden(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n' && c != '\r';
        boolean none = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
        return control || none || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static boolean hasForbidden(CharSequence text) {
        return any(text, Letters::isForbidden);
    }

    static String withoutForbidden(String text) {
        return without(text, Letters::isForbidden);
    }

    /** With the sign that stands for what is none (U+FFFD), as HTML has it. */
    static String withForbiddenReplaced(String text) {
        return text.codePoints()
                .map(c -> isForbidden(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * The text in the order of its letters. Embeddings, overrides and isolates, closed or not, can show the letters of a
     * word in any order, beyond the end of what they were written for too; people paste them with what they copy and do
     * not know of it. What scripts from right to left need is in their letters, and in marks of direction, which stay.
     */
    static String withoutTurns(String text) {
        return without(text, Letters::isTurn);
    }

    /** An address that leads where it led, and has none that a browser's line of status would turn (RFC 3986, 2.1). */
    static String withTurnsEncoded(String address) {
        if (!any(address, Letters::isTurn)) {
            return address;
        }
        StringBuilder encoded = new StringBuilder();
        address.codePoints().forEach(c -> {
            if (isTurn(c)) {
                encoded.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
            } else {
                encoded.appendCodePoint(c);
            }
        });
        return encoded.toString();
    }

    private static boolean isTurn(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Asked of every piece of every text, which is why it is no stream. */
    static boolean any(CharSequence text, IntPredicate what) {
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            if (what.test(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static String without(String text, IntPredicate what) {
        return any(text, what)
                ? text.codePoints()
                        .filter(what.negate())
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    /** Of a script that is written without spaces between words, or its punctuation. */
    static boolean isEastAsian(int c) {
        if (c < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
            default -> isWide(c);
        };
    }

    private static boolean isWide(int c) {
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        boolean emoji = UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION);
        return !emoji
                && (width == UCharacter.EastAsianWidth.WIDE
                        || width == UCharacter.EastAsianWidth.FULLWIDTH
                        || width == UCharacter.EastAsianWidth.HALFWIDTH);
    }
}
