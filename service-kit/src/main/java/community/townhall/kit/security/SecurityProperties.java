/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose access tokens the service accepts.
 *
 * @param issuer the {@code iss} claim
 * @param jwkSetUri where the issuer's public keys are
 * @param audience what must be among the {@code aud} claim
 * @param rolesClaim where the roles are, a list of names
 */
@ConfigurationProperties("townhall.security")
public record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://localhost:8080/oauth2/jwks") String jwkSetUri,
        @DefaultValue("townhall") String audience,
        @DefaultValue("roles") String rolesClaim) {}
