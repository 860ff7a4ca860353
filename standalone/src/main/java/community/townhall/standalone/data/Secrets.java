/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Made once for a data directory.
 *
 * @param scriptSecret client secret of the OAuth client that scripts use
 * @param operatorPassword of the account {@code operator}, made at the first start
 * @param auditKey signs moderation's audit log, see its README
 */
public record Secrets(String scriptSecret, String operatorPassword, String auditKey) {

    /** No letters or digits that are easily taken for another: the password is typed from a screen. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    static Secrets generate(SecureRandom random) {
        return new Secrets(
                letters(random, 40),
                letters(random, 5) + "-" + letters(random, 5) + "-" + letters(random, 5),
                key(random));
    }

    /** What an earlier release did not need, made now. */
    Secrets completed(SecureRandom random) {
        boolean fromBefore = scriptSecret != null && operatorPassword != null && auditKey == null;
        return fromBefore ? new Secrets(scriptSecret, operatorPassword, key(random)) : this;
    }

    private static String key(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    static Secrets from(Properties properties) {
        return new Secrets(
                properties.getProperty("scriptSecret"),
                properties.getProperty("operatorPassword"),
                properties.getProperty("auditKey"));
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("scriptSecret", scriptSecret);
        properties.setProperty("operatorPassword", operatorPassword);
        properties.setProperty("auditKey", auditKey);
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
