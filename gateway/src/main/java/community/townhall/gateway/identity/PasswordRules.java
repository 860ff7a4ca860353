/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a password must be (ASVS 5.0, 6.2): long, not the name, and none that is tried first by who guesses. */
public final class PasswordRules {

    /** In characters. */
    public static final int LONGEST = 128;

    public static final int SHORTEST = 10;

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
    Optional<Refused> refusal(String field, String password, Username username, String displayName) {
        int length = Texts.lengthOf(password);
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Refused(field, "length", "A password has 10 to 128 characters"));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.value())) {
            return Optional.of(new Refused(field, "containsUsername", "The password must not contain the username"));
        }
        if (password.codePoints().distinct().count() < 4) {
            return Optional.of(new Refused(field, "repetitive", "The password has too few different characters"));
        }
        if (guessers.findSoon(password, List.of(username.value(), displayName))) {
            return Optional.of(
                    new Refused(field, "common", "The password is one of those that are tried first; choose another"));
        }
        return Optional.empty();
    }
}
