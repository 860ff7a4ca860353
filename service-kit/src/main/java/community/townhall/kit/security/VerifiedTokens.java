/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import community.townhall.kit.cache.HeapShare;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a signature once: what came of it is good until the token expires or is revoked. Tokens that are refused are not
 * kept.
 */
public final class VerifiedTokens implements JwtDecoder {

    private static final double PERCENT = 4;

    /** A token as it is sent, as it is kept apart, and its claims as objects: some times its length. */
    private static final int TIMES = 4;

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> verified;

    private final Supplier<Revocations> revocations;

    /** @param revocations the list as it is now; asked for each token */
    public VerifiedTokens(JwtDecoder decoder, Supplier<Revocations> revocations, Clock clock) {
        this.decoder = decoder;
        this.revocations = revocations;
        Expiry<String, Jwt> untilTheTokenExpires = Expiry.writing((token, jwt) -> timeLeft(jwt, clock.instant()));
        this.verified = HeapShare.<Jwt>ofPercent(PERCENT, jwt -> TIMES * HeapShare.bytesOf(jwt.getTokenValue()))
                .expireAfter(untilTheTokenExpires)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt jwt = verified(token);
        if (revocations.get().concern(jwt)) {
            throw new BadJwtException("The token has been revoked");
        }
        return jwt;
    }

    private Jwt verified(String token) {
        @Nullable Jwt known = verified.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Jwt fresh = decoder.decode(token);
        verified.put(token, fresh);
        return fresh;
    }

    private static Duration timeLeft(Jwt jwt, Instant now) {
        @Nullable Instant expiry = jwt.getExpiresAt();
        Duration left = expiry == null ? Duration.ZERO : Duration.between(now, expiry);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
