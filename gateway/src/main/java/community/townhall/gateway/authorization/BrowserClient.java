/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

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

    /** Whether that is what this client shows of itself at the token endpoint: nobody else knows the secret. */
    public boolean asks(@Nullable String authorization) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        return authorization != null && MessageDigest.isEqual(authorization.getBytes(UTF_8), basic.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "BrowserClient[%s]".formatted(id);
    }
}
