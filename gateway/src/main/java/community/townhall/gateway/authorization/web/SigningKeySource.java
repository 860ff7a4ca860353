/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import community.townhall.gateway.authorization.RotateSigningKeys;
import community.townhall.gateway.authorization.SigningKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The keys, the one that signs first. They are read when they are first needed, so that the gateway starts while its
 * database is away, and again every few seconds, or sooner for a token of a key that is not known here.
 */
final class SigningKeySource implements JWKSource<SecurityContext> {

    private static final int KEY_BITS = 2048;
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);
    private static final Duration GOOD_AT_LEAST = Duration.ofSeconds(1);

    private final RotateSigningKeys keys;
    private final Clock clock;
    private volatile @Nullable Known known;

    private record Known(JWKSet keys, Instant at) {}

    SigningKeySource(RotateSigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        List<JWK> selected = selector.select(keysNotOlderThan(GOOD_FOR));
        return selected.isEmpty() ? selector.select(keysNotOlderThan(GOOD_AT_LEAST)) : selected;
    }

    private JWKSet keysNotOlderThan(Duration age) throws RemoteKeySourceException {
        Instant now = clock.instant();
        Known last = known;
        if (last != null && now.isBefore(last.at().plus(age))) {
            return last.keys();
        }
        try {
            JWKSet read = new JWKSet(
                    keys.current().stream().map(SigningKeySource::parse).toList());
            known = new Known(read, now);
            return read;
        } catch (DataAccessException away) {
            if (last != null) {
                return last.keys();
            }
            // That the keys are out of reach says nothing about the token that they would verify.
            throw new RemoteKeySourceException("The signing keys are out of reach", away);
        }
    }

    static JWK parse(SigningKey key) {
        try {
            return JWK.parse(key.jwk());
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }

    static String newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
