/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Scripts' tokens say all there is to know of them; nothing is kept. A void or foreign one is as if it were not there. */
final class ScriptTokens {

    private final JwtDecoder decoder;
    private final RegisteredClientRepository clients;

    ScriptTokens(JwtDecoder decoder, RegisteredClientRepository clients) {
        this.decoder = decoder;
        this.clients = clients;
    }

    Optional<OAuth2Authorization> authorization(String token) {
        Jwt jwt;
        try {
            jwt = decoder.decode(token);
        } catch (JwtException notGood) {
            return Optional.empty();
        }
        @Nullable String clientId = jwt.getClaimAsString("client_id");
        @Nullable RegisteredClient client = clientId == null ? null : clients.findByClientId(clientId);
        if (client == null
                || !client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            return Optional.empty();
        }
        OAuth2AccessToken access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token, jwt.getIssuedAt(), jwt.getExpiresAt(), Set.of());
        return Optional.of(OAuth2Authorization.withRegisteredClient(client)
                .id(String.valueOf(jwt.getId()))
                .principalName(String.valueOf(jwt.getSubject()))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .token(
                        access,
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, jwt.getClaims()))
                .build());
    }
}
