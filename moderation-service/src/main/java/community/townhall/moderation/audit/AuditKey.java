/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key that signs what is entered (Ed25519). It is kept where the database is not: whoever can write there cannot
 * sign. Signatures by its predecessors stay good.
 */
public final class AuditKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final List<PublicKey> all;

    private AuditKey(KeyPair pair, List<PublicKey> former) {
        this.privateKey = pair.getPrivate();
        this.publicKey = pair.getPublic();
        this.all = Stream.concat(Stream.of(publicKey), former.stream()).toList();
    }

    /**
     * @param seed the private key of RFC 8032, 32 random bytes in Base64
     * @param former public keys of those that were used before, as {@link #publicKey} gives them
     * @throws IllegalArgumentException when one of them is none
     */
    public static AuditKey of(String seed, List<String> former) {
        byte[] bytes = Base64.getDecoder().decode(seed.strip());
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "The audit key has %d bytes, not %d".formatted(bytes.length, SEED_BYTES));
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(bytes));
            return new AuditKey(
                    generator.generateKeyPair(),
                    former.stream().map(AuditKey::readPublicKey).toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static PublicKey readPublicKey(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No public key of " + ALGORITHM + ": " + key, e);
        }
    }

    /** For whoever verifies elsewhere: an X.509 SubjectPublicKeyInfo in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** The signature of that text in UTF-8, in Base64. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key or one before it signed that text. */
    public boolean hasSigned(String text, String signature) {
        return all.stream().anyMatch(key -> isSignature(key, text, signature));
    }

    private static boolean isSignature(PublicKey key, String text, String given) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(given));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // of another length, or no Base64
        }
    }

    /** The JDK offers no other way from a seed to its pair than to be the randomness that the pair is made of. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
