/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose access tokens the service accepts.
 *
 * @param issuer the {@code iss} claim
 * @param jwkSetUri where the issuer's public keys are
 * @param audience what must be among the {@code aud} claim
 * @param rolesClaim where the roles are, a list of names
 * @param publicAddress where people reach the suite; the issuer's address unless configured. It is never taken from a
 *     request: who sends a request chooses its {@code Host}
 */
@ConfigurationProperties("townhall.security")
public record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://localhost:8080/oauth2/jwks") String jwkSetUri,
        @DefaultValue("townhall") String audience,
        @DefaultValue("roles") String rolesClaim,
        @Nullable URI publicAddress) {

    /** Where RFC 9728 has it that the suite says whose tokens it takes. */
    public String resourceMetadata() {
        URI address = publicAddress == null ? URI.create(issuer) : publicAddress;
        return address.resolve("/.well-known/oauth-protected-resource").toString();
    }
}
