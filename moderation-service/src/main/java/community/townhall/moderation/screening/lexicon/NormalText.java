/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text without its disguises: compatibility forms (full width, circled, styled letters) are their plain selves (NFKC),
 * letters are in lower case and without marks, what cannot be seen is gone. Takes time in proportion to the text,
 * whatever it is made of.
 */
public final class NormalText {

    private static final int BRAILLE_BLANK = 0x2800;

    private final String text;
    private final String skeleton;
    private final boolean hasHan;
    private @Nullable LatinReadings latin;
    private @Nullable LatinReadings latinCode;
    private @Nullable HanText han;
    private @Nullable HanText maskedHan;

    private NormalText(String text, String skeleton, boolean hasHan) {
        this.text = text;
        this.skeleton = skeleton;
        this.hasHan = hasHan;
    }

    public static NormalText of(String written) {
        // Marks go first: to put many of them into their canonical order takes quadratic time.
        String decomposed = Normalizer.normalize(visible(written), Normalizer.Form.NFKD);
        String text = Normalizer.normalize(visible(decomposed), Normalizer.Form.NFC);
        StringBuilder skeleton = new StringBuilder(text.length());
        boolean hasHan = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (Character.isLetterOrDigit(character)) {
                skeleton.appendCodePoint(character);
                hasHan = hasHan || isHan(character);
            }
        }
        return new NormalText(text, skeleton.toString(), hasHan);
    }

    /** Whether it has neither letter nor digit nor any other sign, such as an emoji. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** How many UTF-16 units its letters and digits take. */
    public int letters() {
        return skeleton.length();
    }

    /**
     * Equal for texts that differ in nothing but case, width, accents, spacing, punctuation and letters of other scripts
     * that look like one another. SHA-256, base 64.
     */
    public String fingerprint() {
        try {
            String seen = seen();
            byte[] bytes = (seen.isEmpty() ? text.strip() : seen).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Its letters and digits as readers take them: a Cyrillic а for an a. */
    private String seen() {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            char letter = LookAlikes.letter(character);
            if (letter != 0) {
                seen.append(letter);
            } else if (Character.isLetterOrDigit(character)) {
                seen.appendCodePoint(character);
            }
        });
        return seen.toString();
    }

    /** Whether it has Chinese characters. */
    public boolean hasHan() {
        return hasHan;
    }

    /**
     * As words in Latin letters are looked for in it. Read once.
     *
     * @param code whether it may be code
     */
    LatinReadings latin(boolean code) {
        LatinReadings known = code ? latinCode : latin;
        LatinReadings read = known == null ? new LatinReadings(LatinText.of(text), code) : known;
        if (code) {
            latinCode = read;
        } else {
            latin = read;
        }
        return read;
    }

    /** As Chinese words are looked for in it. Read once. */
    HanText han() {
        HanText read = han == null ? HanText.of(text) : han;
        han = read;
        return read;
    }

    /** The same with stars for what may stand for a Chinese character; none where nothing does. Read once. */
    Optional<HanText> maskedHan() {
        if (maskedHan == null && HanText.hasMask(text)) {
            maskedHan = HanText.masked(text);
        }
        return Optional.ofNullable(maskedHan);
    }

    static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** In lower case, without marks and what cannot be seen, and with two kinds of white space: line ends and spaces. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.FORMAT,
                        Character.SURROGATE -> {}
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> visible.append('\n');
                case Character.SPACE_SEPARATOR -> visible.append(' ');
                case Character.CONTROL -> {
                    if (Character.isWhitespace(character) || character == 0x85) {
                        visible.append(character == '\t' ? ' ' : '\n');
                    }
                }
                default -> {
                    if (character == BRAILLE_BLANK) {
                        visible.append(' ');
                    } else if (isStamp(character)) {
                        visible.append('·');
                    } else if (isEnclosedNumber(character)) {
                        visible.append('·')
                                .append(Character.getNumericValue(character))
                                .append('·');
                    } else if (!isHangulFiller(character)) {
                        visible.appendCodePoint(Character.toLowerCase(character));
                    }
                }
            }
        }
        return visible.toString();
    }

    /** A Chinese character in a circle, in brackets or in a box, as ㊙: a sign to its readers, and no part of a word. */
    private static boolean isStamp(int character) {
        return character >= 0x3220 && character <= 0x3247
                || character >= 0x3280 && character <= 0x32B0
                || character >= 0x1F200 && character <= 0x1F251;
    }

    /** A number in a circle or in brackets, or with a full stop: by itself, and no figure of a number beside it. */
    private static boolean isEnclosedNumber(int character) {
        return Character.getType(character) == Character.OTHER_NUMBER
                && (character >= 0x2460 && character <= 0x24FF
                        || character >= 0x2776 && character <= 0x2793
                        || character >= 0x1F100 && character <= 0x1F10C);
    }

    /** A letter by its class, and nothing to be seen. */
    private static boolean isHangulFiller(int character) {
        return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
    }

    /** The normalised text. */
    @Override
    public String toString() {
        return text;
    }
}
