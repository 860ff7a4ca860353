/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import java.security.SecureRandom;
import java.util.Properties;

/**
 * Made once for a data directory.
 *
 * @param scriptSecret client secret of the OAuth client that scripts use
 * @param operatorPassword of the account {@code operator}, made at the first start
 */
public record Secrets(String scriptSecret, String operatorPassword) {

    /** No letters or digits that are easily taken for another: the password is typed from a screen. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    static Secrets generate(SecureRandom random) {
        return new Secrets(
                letters(random, 40), letters(random, 5) + "-" + letters(random, 5) + "-" + letters(random, 5));
    }

    static Secrets from(Properties properties) {
        return new Secrets(properties.getProperty("scriptSecret"), properties.getProperty("operatorPassword"));
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("scriptSecret", scriptSecret);
        properties.setProperty("operatorPassword", operatorPassword);
        return properties;
    }

    private static String letters(SecureRandom random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }
}
