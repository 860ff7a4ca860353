/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.data;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * Made once for a data directory.
 *
 * @param scriptSecret client secret of the OAuth client that scripts use
 * @param operatorPassword of the account {@code operator}, made at the first start
 * @param auditKey signs moderation's audit log, see its README
 * @param keysSecret seals the keys that access tokens are signed with, see the gateway's README
 */
public record Secrets(String scriptSecret, String operatorPassword, String auditKey, String keysSecret) {

    private static final String SCRIPT_SECRET = "scriptSecret";
    private static final String OPERATOR_PASSWORD = "operatorPassword";
    private static final String AUDIT_KEY = "auditKey";
    private static final String KEYS_SECRET = "keysSecret";

    /** No letters or digits that are easily taken for another: the password is typed from a screen. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    static Secrets generate(SecureRandom random) {
        return new Secrets(
                letters(random, 40),
                letters(random, 5) + "-" + letters(random, 5) + "-" + letters(random, 5),
                key(random),
                key(random));
    }

    static boolean hasAllOfTheFirstRelease(Properties properties) {
        return properties.stringPropertyNames().containsAll(List.of(SCRIPT_SECRET, OPERATOR_PASSWORD));
    }

    /** What an earlier release did not need is made now. */
    static Secrets from(Properties properties, SecureRandom random) {
        return new Secrets(
                properties.getProperty(SCRIPT_SECRET),
                properties.getProperty(OPERATOR_PASSWORD),
                properties.getProperty(AUDIT_KEY, key(random)),
                properties.getProperty(KEYS_SECRET, key(random)));
    }

    private static String key(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty(SCRIPT_SECRET, scriptSecret);
        properties.setProperty(OPERATOR_PASSWORD, operatorPassword);
        properties.setProperty(AUDIT_KEY, auditKey);
        properties.setProperty(KEYS_SECRET, keysSecret);
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
