/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.Serialized;
import community.townhall.gateway.authorization.StoredAuthorizations;
import community.townhall.gateway.authorization.VoidTokens;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations live as long as the browser sessions that they serve, in the store: another gateway redeems the code of
 * this one, and a restart keeps everybody signed in. A script's token is good by its signature alone and is not kept. An
 * access token that is revoked is void at the services too.
 */
final class SharedAuthorizations implements OAuth2AuthorizationService {

    private static final Duration WHILE_UNDECIDED = Duration.ofMinutes(10);

    private final StoredAuthorizations stored;
    private final ScriptTokens scripts;
    private final VoidTokens voidTokens;
    private final Clock clock;

    SharedAuthorizations(StoredAuthorizations stored, ScriptTokens scripts, VoidTokens voidTokens, Clock clock) {
        this.stored = stored;
        this.scripts = scripts;
        this.voidTokens = voidTokens;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        revoke(authorization.getAccessToken());
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        Set<String> hashes = tokens(authorization).values().stream()
                .map(SharedAuthorizations::hash)
                .collect(Collectors.toSet());
        stored.put(authorization.getId(), Serialized.of(authorization), hashes, end(authorization));
    }

    private void revoke(OAuth2Authorization.@Nullable Token<OAuth2AccessToken> access) {
        if (access != null && access.isInvalidated()) {
            @Nullable Map<String, Object> claims = access.getClaims();
            @Nullable Instant end = access.getToken().getExpiresAt();
            if (claims != null && claims.get(JwtClaimNames.JTI) instanceof String id && end != null) {
                voidTokens.add(id, end);
            }
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.withId(id).flatMap(SharedAuthorizations::read).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        @Nullable
        OAuth2Authorization found = stored.withToken(hash(token))
                .flatMap(SharedAuthorizations::read)
                .orElse(null);
        if (found == null) {
            boolean access = type == null || OAuth2TokenType.ACCESS_TOKEN.equals(type);
            return access ? scripts.authorization(token).orElse(null) : null;
        }
        Map<String, String> tokens = tokens(found);
        boolean isOfThatType = type == null ? tokens.containsValue(token) : token.equals(tokens.get(type.getValue()));
        return isOfThatType ? found : null;
    }

    private static Optional<OAuth2Authorization> read(byte[] bytes) {
        return Serialized.read(bytes, OAuth2Authorization.class);
    }

    private Instant end(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        return issued(authorization)
                .flatMap(token -> Stream.ofNullable(token.getExpiresAt()))
                .max(Instant::compareTo)
                .filter(last -> last.isAfter(now))
                .orElse(now.plus(WHILE_UNDECIDED));
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
