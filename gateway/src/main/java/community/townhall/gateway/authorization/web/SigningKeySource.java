/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import community.townhall.gateway.authorization.SigningKeys;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The signing key, read or made when it is first needed, so that the gateway starts while its database is away. */
final class SigningKeySource implements JWKSource<SecurityContext> {

    private static final int KEY_BITS = 2048;

    private final SigningKeys keys;
    private volatile @Nullable JWKSet known;

    SigningKeySource(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        JWKSet set = known;
        if (set == null) {
            set = load();
            known = set;
        }
        return selector.select(set);
    }

    /** That the key is out of reach says nothing about the token that it would verify. */
    private JWKSet load() throws RemoteKeySourceException {
        try {
            return new JWKSet(parse(keys.current().orElseGet(() -> keys.keepUnlessThereIsOne(newKey()))));
        } catch (DataAccessException away) {
            throw new RemoteKeySourceException("The signing key is out of reach", away);
        }
    }

    private static JWK parse(String key) {
        try {
            return JWK.parse(key);
        } catch (ParseException e) {
            throw new IllegalStateException("The stored signing key cannot be read", e);
        }
    }

    private static String newKey() {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            return key.toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
