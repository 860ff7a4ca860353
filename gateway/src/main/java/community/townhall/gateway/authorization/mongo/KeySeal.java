/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.mongo;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Encrypts keys before they are stored, so that who reads the database, or a copy of it, cannot sign. */
final class KeySeal {

    private static final int BYTES = 32;

    private final byte @Nullable [] secret;

    private KeySeal(byte @Nullable [] secret) {
        this.secret = secret;
    }

    /** @param secret 32 bytes in Base64; without it keys are stored as they are */
    static KeySeal with(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            return new KeySeal(null);
        }
        byte[] bytes = Base64.getDecoder().decode(secret.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("townhall.identity.keys-secret must be 32 bytes in Base64");
        }
        return new KeySeal(bytes);
    }

    boolean isSecret() {
        return secret != null;
    }

    String seal(String key) {
        if (secret == null) {
            return key;
        }
        JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(key));
        try {
            sealed.encrypt(new DirectEncrypter(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return sealed.serialize();
    }

    /** Also of what was stored before there was a secret. */
    String open(String stored) {
        if (stored.startsWith("{")) {
            return stored;
        }
        if (secret == null) {
            throw new IllegalStateException("A stored key is sealed, and townhall.identity.keys-secret is not set");
        }
        try {
            JWEObject sealed = JWEObject.parse(stored);
            sealed.decrypt(new DirectDecrypter(secret));
            return sealed.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("A stored key does not open with townhall.identity.keys-secret", e);
        }
    }
}
