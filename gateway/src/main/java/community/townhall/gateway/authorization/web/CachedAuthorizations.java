/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations live as long as the browser sessions that they serve, in the memory of this gateway, and are forgotten
 * when their last token has expired. A script's token is good by its signature alone and is not remembered.
 */
final class CachedAuthorizations implements OAuth2AuthorizationService {

    private static final int MOST = 200_000;
    private static final Duration WHILE_UNDECIDED = Duration.ofMinutes(10);

    private final Clock clock;
    private final Cache<String, OAuth2Authorization> byId;
    private final Cache<String, String> idsByToken;

    CachedAuthorizations(Clock clock) {
        this.clock = clock;
        Expiry<String, OAuth2Authorization> untilLastToken =
                Expiry.writing((id, authorization) -> lifetime(authorization));
        this.byId = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(untilLastToken)
                .build();
        this.idsByToken = Caffeine.newBuilder()
                .maximumSize(4L * MOST)
                .expireAfterAccess(Duration.ofDays(1))
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        @Nullable OAuth2Authorization before = byId.getIfPresent(authorization.getId());
        if (before != null) {
            tokens(before).values().forEach(token -> idsByToken.invalidate(hash(token)));
        }
        byId.put(authorization.getId(), authorization);
        tokens(authorization).values().forEach(token -> idsByToken.put(hash(token), authorization.getId()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
        tokens(authorization).values().forEach(token -> idsByToken.invalidate(hash(token)));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        @Nullable String id = idsByToken.getIfPresent(hash(token));
        @Nullable OAuth2Authorization found = id == null ? null : byId.getIfPresent(id);
        if (found == null) {
            return null;
        }
        Map<String, String> tokens = tokens(found);
        boolean isOfThatType = type == null ? tokens.containsValue(token) : token.equals(tokens.get(type.getValue()));
        return isOfThatType ? found : null;
    }

    private Duration lifetime(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        return issued(authorization)
                .flatMap(token -> Stream.ofNullable(token.getExpiresAt()))
                .max(Instant::compareTo)
                .map(last -> Duration.between(now, last))
                .filter(left -> left.isPositive())
                .orElse(WHILE_UNDECIDED);
    }

    private static Stream<OAuth2Token> issued(OAuth2Authorization authorization) {
        return Stream.of(
                        Optional.ofNullable(authorization.getToken(OAuth2AuthorizationCode.class)),
                        Optional.ofNullable(authorization.getAccessToken()),
                        Optional.ofNullable(authorization.getRefreshToken()))
                .flatMap(Optional::stream)
                .map(OAuth2Authorization.Token::getToken);
    }

    /** By what one may look for: the types of {@link OAuth2TokenType}. */
    private static Map<String, String> tokens(OAuth2Authorization authorization) {
        Map<String, String> tokens = new HashMap<>();
        @Nullable String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            tokens.put(OAuth2ParameterNames.STATE, state);
        }
        issued(authorization).forEach(token -> tokens.put(type(token), token.getTokenValue()));
        return tokens;
    }

    private static String type(OAuth2Token token) {
        return switch (token) {
            case OAuth2AuthorizationCode code -> OAuth2ParameterNames.CODE;
            case OAuth2RefreshToken refresh -> OAuth2ParameterNames.REFRESH_TOKEN;
            default -> OAuth2ParameterNames.ACCESS_TOKEN;
        };
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
