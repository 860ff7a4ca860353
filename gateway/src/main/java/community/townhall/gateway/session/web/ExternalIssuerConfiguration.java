/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.IdentityProperties;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.security.Revocations;
import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.security.VerifiedTokens;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Signing in at an issuer of the operator's choice. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${townhall.identity.issuer:}'.isBlank()")
class ExternalIssuerConfiguration {

    /** Discovered when somebody first signs in: the gateway starts though the issuer is away. */
    @Bean
    ClientRegistrationRepository clientRegistrations(IdentityProperties identity) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(discovered(identity)));
    }

    private static ClientRegistration discovered(IdentityProperties identity) {
        @Nullable String secret = identity.clientSecret();
        ClientRegistration.Builder registration = ClientRegistrations.fromIssuerLocation(
                        String.valueOf(identity.issuer()))
                .registrationId(SessionTokens.REGISTRATION)
                .clientId(identity.clientId())
                .scope(identity.scopes());
        return (secret == null
                        ? registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        : registration.clientSecret(secret))
                .build();
    }

    @Bean
    JwtDecoder accessTokenDecoder(SecurityProperties properties, Clock clock) {
        return new VerifiedTokens(AccessTokens.decoder(properties), () -> Revocations.NONE, clock);
    }
}
