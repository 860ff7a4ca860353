/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.IdentityProperties;
import community.townhall.gateway.authorization.BrowserClient;
import community.townhall.kit.security.SecurityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * Signing in at the gateway's own authorization server, by the same steps as at any other. The browser is sent along
 * relative addresses, so that it keeps its cookie by whatever name it reached us; codes are redeemed over the loopback.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBuiltInIdentity
class BuiltInIssuerConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrations(
            BrowserClient browser, IdentityProperties identity, SecurityProperties security) {
        return new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId(SessionTokens.REGISTRATION)
                        .clientId(browser.id())
                        .clientSecret(browser.secret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                        .issuerUri(security.issuer())
                        .authorizationUri("/oauth2/authorize")
                        .tokenUri(identity.loopback().resolve("/oauth2/token").toString())
                        .jwkSetUri(identity.loopback().resolve("/oauth2/jwks").toString())
                        .userNameAttributeName(IdTokenClaimNames.SUB)
                        .build());
    }
}
