/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text without its disguises: compatibility forms (full width, circled, styled letters) are their plain selves (NFKC),
 * letters are in lower case and without accents, invisible characters are gone.
 */
public final class NormalText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164\\uFE00-\\uFE0F]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    private final String text;
    private final String skeleton;
    private final boolean hasHan;

    private NormalText(String text, String skeleton, boolean hasHan) {
        this.text = text;
        this.skeleton = skeleton;
        this.hasHan = hasHan;
    }

    public static NormalText of(String written) {
        String text = written;
        if (!isAscii(written)) {
            String decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD);
            String visible = INVISIBLE.matcher(decomposed).replaceAll("");
            text = Normalizer.normalize(ACCENTS.matcher(visible).replaceAll(""), Normalizer.Form.NFC);
        }
        text = text.toLowerCase(Locale.ROOT);
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

    /** Equal for texts that differ in nothing but case, width, accents, spacing and punctuation. SHA-256, base 64. */
    public String fingerprint() {
        try {
            byte[] bytes = (skeleton.isEmpty() ? text.strip() : skeleton).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether it has Chinese characters. */
    public boolean hasHan() {
        return hasHan;
    }

    static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The normalised text. */
    @Override
    public String toString() {
        return text;
    }
}
