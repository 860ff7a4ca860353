/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.lexicon;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run of letters, digits and signs may be read as: stretched letters shortened, digits and signs as letters. */
final class LatinForms {

    private static final String SIGNS = "@$!¡€£¢¥+|";
    private static final String LEET = "0134578962@$!¡€£¢¥+|";
    private static final String LEET_AS = "oieastbggzasiielcyti";
    private static final int LONGEST = 64;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");

    /** A number within a word of four letters and more, or at its ends: there it is a sign like any other. */
    private static final Pattern PARTED =
            Pattern.compile("(?=(?:[0-9]*[a-z]){4})[0-9]{0,4}([a-z]+)[0-9]{0,2}([a-z]*)[0-9]{0,4}");

    /** A digit after each letter. */
    private static final Pattern INTERLACED = Pattern.compile("(?:[a-z][0-9]){3,}[a-z]?");

    private LatinForms() {}

    /** Whether the sign may stand for a letter. */
    static boolean isLetterLike(char sign) {
        return SIGNS.indexOf(sign) >= 0;
    }

    /** All readings, none of them longer than a word may be; empty when the run is. */
    static Set<String> of(String run) {
        String twice = shortened(run, 2);
        if (twice.length() > LONGEST) {
            return Set.of();
        }
        if (isPlain(run) && twice.length() == run.length() && !hasDoubleVowel(run)) {
            return Set.of(run); // nearly always
        }
        Set<String> forms = new LinkedHashSet<>();
        forms.add(run.length() > LONGEST ? twice : run);
        addShortened(twice, run, forms);
        if (run.length() <= LONGEST) {
            addUnparted(run, forms);
        }
        String letters = withoutLeet(run.length() > LONGEST ? twice : run, '1', 'i');
        if (letters != null) {
            addShortened(shortened(letters, 2), letters, forms);
            if (run.indexOf('1') >= 0) {
                forms.add(withoutLeet(twice, '1', 'l') instanceof String l ? l : letters);
            }
        }
        return forms;
    }

    /** @param run no longer than the longest, for what is tried grows with its square */
    private static void addUnparted(String run, Set<String> forms) {
        Matcher parted = PARTED.matcher(run);
        if (parted.matches() && !HEXADECIMAL.matcher(run).matches()) {
            forms.add(parted.group(1) + parted.group(2));
        }
        if (INTERLACED.matcher(run).matches()) {
            forms.add(run.replaceAll("[0-9]", ""));
        }
    }

    private static void addShortened(String twice, String run, Set<String> forms) {
        forms.add(twice);
        if (twice.length() < run.length()) {
            forms.add(shortened(run, 1, 3));
        }
        forms.add(withSingleVowels(twice));
    }

    private static boolean isPlain(String run) {
        for (int at = 0; at < run.length(); at++) {
            if (run.charAt(at) < 'a' || run.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Letters repeated more often than that are repeated so often. */
    private static String shortened(String run, int most) {
        return shortened(run, most, most + 1);
    }

    /** Letters that stand in a row of at least so many are repeated so often. */
    private static String shortened(String run, int most, int from) {
        StringBuilder result = new StringBuilder(run.length());
        for (int at = 0; at < run.length(); ) {
            int end = at + 1;
            while (end < run.length() && run.charAt(end) == run.charAt(at)) {
                end++;
            }
            int times = end - at >= from ? most : end - at;
            result.repeat(run.charAt(at), times);
            at = end;
        }
        return result.toString();
    }

    private static boolean hasDoubleVowel(String run) {
        for (int at = 1; at < run.length(); at++) {
            if (run.charAt(at) == run.charAt(at - 1) && isVowel(run.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static String withSingleVowels(String run) {
        StringBuilder result = new StringBuilder(run.length());
        for (int at = 0; at < run.length(); at++) {
            char letter = run.charAt(at);
            if (at == 0 || letter != run.charAt(at - 1) || !isVowel(letter)) {
                result.append(letter);
            }
        }
        return result.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    /**
     * Digits and signs are taken for letters only where letters prevail: the A55 is a road. Of hexadecimal digits alone
     * they are not, since such runs are parts of UUIDs, addresses, hashes and colours.
     */
    private static @org.jspecify.annotations.Nullable String withoutLeet(String run, char sign, char as) {
        int letters = 0;
        StringBuilder result = new StringBuilder(run.length());
        for (int at = 0; at < run.length(); at++) {
            char character = run.charAt(at);
            int leet = LEET.indexOf(character);
            letters += leet < 0 ? 1 : 0;
            result.append(character == sign ? as : leet < 0 ? character : LEET_AS.charAt(leet));
        }
        boolean written = letters < 2 || letters * 2 < run.length() || letters == run.length();
        return written || HEXADECIMAL.matcher(run).matches() ? null : result.toString();
    }
}
