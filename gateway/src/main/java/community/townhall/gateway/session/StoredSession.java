/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser's session as it is kept.
 *
 * @param id a hash of what the browser's cookie holds: who can read the store cannot take a session over
 * @param memberId who has signed in
 * @param attributes by name, serialized
 * @param seenAt when the browser was last heard of, to the minute
 * @param expiresAt when it is over, unless the browser is heard of before
 */
public record StoredSession(
        String id,
        @Nullable String memberId,
        Map<String, byte[]> attributes,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt) {

    public StoredSession {
        attributes = Map.copyOf(attributes);
    }

    /** By what name a session is kept that a browser calls so. */
    public static String idOf(String cookieValue) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(cookieValue.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
