/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain: each entry's hash covers its content and the hash before it, so that no entry can be changed,
 * taken out or put in without breaking every later one.
 *
 * @param sequence 1, 2, 3…
 * @param previousHash of the entry before, {@link #GENESIS} for the first
 * @param hash SHA-256, in hexadecimal, of all before it
 * @param signature of the hash; absent where no key was set, as in release 0.1
 */
public record Entry(
        long sequence,
        Deed deed,
        String previousHash,
        String hash,
        @Nullable String signature) {

    /** One that nobody has signed. */
    public Entry(long sequence, Deed deed, String previousHash, String hash) {
        this(sequence, deed, previousHash, hash, null);
    }

    Entry signedBy(AuditKey key) {
        return new Entry(sequence, deed, previousHash, hash, key.sign(hash));
    }

    boolean isSignedBy(AuditKey key) {
        return signature != null && key.hasSigned(hash, signature);
    }

    public static final String GENESIS = "0".repeat(64);

    /** The entry that enters the deed after the given one, or as the first. */
    public static Entry after(@Nullable Entry previous, Deed deed) {
        long sequence = previous == null ? 1 : previous.sequence() + 1;
        String previousHash = previous == null ? GENESIS : previous.hash();
        return new Entry(sequence, deed, previousHash, hash(sequence, deed, previousHash));
    }

    /** Whether its hash is that of its content. */
    public boolean isIntact() {
        return hash.equals(hash(sequence, deed, previousHash));
    }

    /** Over the canonical form: each part preceded by its length in bytes, the details in the order of their names. */
    private static String hash(long sequence, Deed deed, String previousHash) {
        MessageDigest digest = sha256();
        add(digest, Long.toString(sequence));
        add(digest, deed.cause());
        add(digest, deed.at().toString());
        add(digest, deed.actor() == null ? "machine" : "member:" + deed.actor());
        add(digest, deed.action());
        add(digest, deed.subject());
        add(digest, Integer.toString(deed.detail().size()));
        for (Map.Entry<String, String> detail : new TreeMap<>(deed.detail()).entrySet()) {
            add(digest, detail.getKey());
            add(digest, detail.getValue());
        }
        add(digest, previousHash);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
