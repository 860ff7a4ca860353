/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** The tokens of a session; neither Spring's classes nor the gateway's own secret as a client are kept with them. */
record TokenSet(
        String principal,
        String accessToken,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable String refreshToken)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    static TokenSet of(String principal, OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) {
        return new TokenSet(
                principal,
                access.getTokenValue(),
                access.getIssuedAt(),
                access.getExpiresAt(),
                refresh == null ? null : refresh.getTokenValue());
    }

    OAuth2AuthorizedClient client(ClientRegistration registration) {
        return new OAuth2AuthorizedClient(
                registration,
                principal,
                access(),
                refreshToken == null ? null : new OAuth2RefreshToken(refreshToken, null));
    }

    OAuth2AccessToken access() {
        return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, accessToken, issuedAt, expiresAt);
    }

    /** An issuer that names no refresh token means the one that it was shown. */
    TokenSet renewableBy(TokenSet before) {
        return new TokenSet(principal, accessToken, issuedAt, expiresAt, before.refreshToken);
    }

    @Override
    public String toString() {
        return "TokenSet[%s]".formatted(principal);
    }
}
