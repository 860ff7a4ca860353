/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that are derived rather than drawn, so that the same cause always names the same thing: an
 * {@code Idempotency-Key}, a row of an imported dump, a rule applied to an event.
 */
public final class StableId {

    private StableId() {}

    /**
     * A version 8 UUID (RFC 9562 §5.8) from the SHA-256 of the parts, each preceded by its length so that no two lists
     * of parts collide by concatenation.
     */
    public static String of(String... parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            sha256.update(bytes);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /**
     * The id of what a request with that {@code Idempotency-Key} creates for that member. Part of the public API: a
     * client may compute it ahead, to refer to what it has not yet created.
     *
     * @param kind of what is created, such as {@code post}: a post and a comment of one key are two things, and whoever
     *     knows both by their ids must not take one for the other
     */
    public static String ofRequest(String kind, String memberId, String idempotencyKey) {
        return of("request", kind, memberId, idempotencyKey);
    }

    /**
     * The id of what was imported from another community under that key. It depends on neither the author nor who
     * imports, so that one row of a dump can refer to another by its number alone.
     */
    public static String ofImport(String origin, String key) {
        return of("import", origin, key);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
