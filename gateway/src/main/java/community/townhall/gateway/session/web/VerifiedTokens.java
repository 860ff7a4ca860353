/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.security.SecurityProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/** A signature is verified once: what came of it is good until the token expires. */
final class VerifiedTokens {

    private static final int MOST = 20_000;

    private final JwtDecoder decoder;
    private final JwtAuthenticationConverter converter;
    private final Clock clock;
    private final Cache<String, AbstractAuthenticationToken> verified;

    VerifiedTokens(JwtDecoder decoder, SecurityProperties properties, Clock clock) {
        this.decoder = decoder;
        this.converter = AccessTokens.authentication(properties);
        this.clock = clock;
        Expiry<String, AbstractAuthenticationToken> untilTheTokenExpires =
                Expiry.writing((token, authentication) -> timeLeft(authentication));
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(untilTheTokenExpires)
                .build();
    }

    /**
     * Who the bearer is.
     *
     * @throws org.springframework.security.oauth2.jwt.BadJwtException the token is not good
     * @throws org.springframework.security.oauth2.jwt.JwtException the keys to tell are out of reach
     */
    AbstractAuthenticationToken authenticate(String token) {
        @Nullable AbstractAuthenticationToken known = verified.getIfPresent(token);
        if (known != null) {
            return known;
        }
        AbstractAuthenticationToken fresh = Objects.requireNonNull(converter.convert(decoder.decode(token)));
        verified.put(token, fresh);
        return fresh;
    }

    private Duration timeLeft(AbstractAuthenticationToken authentication) {
        @Nullable Instant expiry = authentication.getPrincipal() instanceof Jwt jwt ? jwt.getExpiresAt() : null;
        Duration left = expiry == null ? Duration.ZERO : Duration.between(clock.instant(), expiry);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
