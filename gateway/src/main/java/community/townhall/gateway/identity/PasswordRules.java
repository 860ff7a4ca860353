/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.texts.Texts;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a password must be (ASVS 5.0, 6.2): long, not the name, and none that is tried first by who guesses. */
public final class PasswordRules {

    /** In characters. */
    public static final int LONGEST = 128;

    public static final int SHORTEST = 10;

    private static final String PRODUCT = "townhall";

    /** So many letters and more are left of a password that says something beside names. */
    private static final int LEAST_OF_ITS_OWN = 4;

    /** Names that are shorter are within other words. */
    private static final int SHORTEST_NAME = 3;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern NEITHER_LETTERS_NOR_DIGITS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Map<Integer, String> LEET = Map.of(
            (int) '0', "o", (int) '1', "i", (int) '3', "e", (int) '4', "a", (int) '5', "s", (int) '7', "t", (int) '@',
            "a", (int) '$', "s", (int) '!', "i");

    /** Tells what guessers try first. */
    @FunctionalInterface
    public interface Guessers {

        /** @param hints words that are near at hand for this account */
        boolean findSoon(String password, List<String> hints);
    }

    private final Guessers guessers;

    public PasswordRules(Guessers guessers) {
        this.guessers = guessers;
    }

    /**
     * What was not done, and why.
     *
     * @param field of the request
     * @param rule a stable name
     * @param message for people
     */
    public record Refused(String field, String rule, String message) {}

    /** @param field of the request that holds the password */
    public Optional<Refused> refusal(String field, String password, Username username, String displayName) {
        int length = Texts.lengthOf(password);
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Refused(field, "length", "A password has 10 to 128 characters"));
        }
        String folded = folded(password);
        if (folded.contains(username.value())) {
            return Optional.of(new Refused(field, "containsUsername", "The password must not contain the username"));
        }
        if (password.codePoints().distinct().count() < 4) {
            return Optional.of(new Refused(field, "repetitive", "The password has too few different characters"));
        }
        List<String> names = names(username, displayName);
        if (isOfNames(folded, names)
                || isOfNames(unleet(folded), names)
                || Stream.of(password, folded).distinct().anyMatch(text -> guessers.findSoon(text, names))) {
            return Optional.of(
                    new Refused(field, "common", "The password is one of those that are tried first; choose another"));
        }
        return Optional.empty();
    }

    /** The form in which passwords are judged, and not that in which they are kept. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether little is left of it without the names that are near at hand, and digits and signs. */
    private static boolean isOfNames(String password, List<String> names) {
        String written = NEITHER_LETTERS_NOR_DIGITS.matcher(password).replaceAll("");
        String left = written;
        for (String name : names) {
            left = left.replace(name, "");
        }
        boolean named = left.length() < written.length();
        return named && NO_LETTERS.matcher(left).replaceAll("").length() < LEAST_OF_ITS_OWN;
    }

    /** What names the member or the product, the longest first, as they are and with the digits that stand for letters read. */
    private static List<String> names(Username username, String displayName) {
        String shown = folded(displayName);
        return Stream.concat(
                        Stream.of(PRODUCT, username.value(), shown),
                        Stream.of(username.value(), shown).flatMap(NEITHER_LETTERS_NOR_DIGITS::splitAsStream))
                .map(name -> NEITHER_LETTERS_NOR_DIGITS.matcher(name).replaceAll(""))
                .flatMap(name -> Stream.of(name, unleet(name)))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String unleet(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().forEach(c -> letters.append(LEET.getOrDefault(c, Character.toString(c))));
        return letters.toString();
    }
}
