/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The gateway as an OAuth client of its own authorization server. The secret is made anew by each process and never
 * leaves it: the process that starts a sign-in is the one that redeems its code.
 */
public record BrowserClient(String id, String secret) {

    private static final int SECRET_BYTES = 32;

    public static BrowserClient withNewSecret(String id) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new BrowserClient(id, HexFormat.of().formatHex(secret));
    }

    @Override
    public String toString() {
        return "BrowserClient[%s]".formatted(id);
    }
}
