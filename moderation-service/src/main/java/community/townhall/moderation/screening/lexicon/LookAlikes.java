/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import community.townhall.texts.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that readers take for a letter of the English alphabet, or for a digit. */
final class LookAlikes {

    private static final String CYRILLIC = "аеорсухіѕјкмтнвьԁԛԝгпицшһғүӏѵ";
    private static final String CYRILLIC_AS = "aeopcyxisjkmthbbdqwrnuuwhfylv";
    private static final String GREEK = "αβεικνορτυχωημγςϳ";
    private static final String GREEK_AS = "abeikvoptuxwnuycj";
    private static final String OTHERS = "ɑɡıɩəցսոհօզքֆſↄᑕ";
    private static final String OTHERS_AS = "agiiegunhoqpsscc";

    /** Of letters with a stroke, small capitals, letters in boxes, flags: whatever Unicode names after a letter. */
    private static final Pattern NAME = Pattern.compile("(?:LATIN (?:SMALL|CAPITAL) LETTER (?:[A-Z]+ )?"
            + "|LATIN LETTER SMALL CAPITAL (?:[A-Z]+ )?"
            + "|(?:NEGATIVE )?(?:SQUARED|CIRCLED) LATIN CAPITAL LETTER "
            + "|REGIONAL INDICATOR SYMBOL LETTER )([A-Z])(?: WITH [A-Z -]+)?");

    private static final int[][] NAMED = {
        {0x00C0, 0x024F}, {0x0250, 0x02AF}, {0x1D00, 0x1DBF}, {0x2C60, 0x2C7F}, {0xA720, 0xA7FF}, {0x1F130, 0x1F1FF}
    };

    /** Scripts whose letters are hardly ever written but for what they look like, as Unicode's TR 39 has it. */
    private static final int[][] TAKEN_FOR_LATIN = {
        {0x13A0, 0x13FF}, // Cherokee
        {0x1400, 0x167F}, // Canadian
        {0x2C80, 0x2CFF}, // Coptic
        {0xA4D0, 0xA4FF}, // Lisu
        {0x10300, 0x1032F}, // Old Italic
        {0x10400, 0x1044F}, // Deseret
        {0x104B0, 0x104FF} // Osage
    };

    private static final Map<Integer, Character> LETTERS = letters();

    /** Those of the basic plane by their number: a map is slow for the letters that miss it behind many others. */
    private static final char[] BASIC = basic();

    private LookAlikes() {}

    /** The letter or digit in ASCII and lower case that it is taken for; 0 when there is none. */
    static char letter(int character) {
        if (character < 0x80) {
            return isLetterOrDigit(character) ? (char) character : 0;
        }
        if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
            return (char) ('0' + Character.digit(character, 10));
        }
        return character < BASIC.length ? BASIC[character] : LETTERS.getOrDefault(character, (char) 0);
    }

    private static char[] basic() {
        char[] basic = new char[Character.MAX_VALUE + 1];
        LETTERS.forEach((character, letter) -> {
            if (character < basic.length) {
                basic[character] = letter;
            }
        });
        return basic;
    }

    private static boolean isLetterOrDigit(int character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    private static Map<Integer, Character> letters() {
        Map<Integer, Character> letters = new HashMap<>();
        for (int[] block : NAMED) {
            for (int character = block[0]; character <= block[1]; character++) {
                String name = Character.getName(character);
                Matcher matcher = NAME.matcher(name == null ? "" : name);
                if (matcher.matches()) {
                    letters.put(
                            character, Character.toLowerCase(matcher.group(1).charAt(0)));
                }
            }
        }
        for (int[] block : TAKEN_FOR_LATIN) {
            for (int character = block[0]; character <= block[1]; character++) {
                String seen = Names.looksLike(Character.toString(character));
                if (seen.length() == 1 && isLetterOrDigit(seen.charAt(0))) {
                    letters.put(Character.toLowerCase(character), seen.charAt(0));
                }
            }
        }
        add(letters, CYRILLIC, CYRILLIC_AS);
        add(letters, GREEK, GREEK_AS);
        add(letters, OTHERS, OTHERS_AS);
        return Map.copyOf(letters);
    }

    private static void add(Map<Integer, Character> letters, String from, String to) {
        for (int at = 0; at < from.length(); at++) {
            letters.put((int) from.charAt(at), to.charAt(at));
        }
    }
}
