/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
 * @param revocationsUri where the issuer lists tokens that are void before they expire; beside our own issuer's keys
 *     unless configured, and nowhere when blank
 * @param revocationsEvery how long a revoked token is good at most at a service
 */
@ConfigurationProperties("townhall.security")
public record SecurityProperties(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://localhost:8080/oauth2/jwks") String jwkSetUri,
        @DefaultValue("townhall") String audience,
        @DefaultValue("roles") String rolesClaim,
        @Nullable URI publicAddress,
        @Nullable String revocationsUri,
        @DefaultValue("3s") Duration revocationsEvery) {

    private static final String OUR_KEYS = "/oauth2/jwks";

    /** Where our own issuer lists void tokens: beside its keys, unless configured. */
    Optional<URI> revocations() {
        if (revocationsUri != null) {
            return revocationsUri.isBlank() ? Optional.empty() : Optional.of(URI.create(revocationsUri));
        }
        return jwkSetUri.endsWith(OUR_KEYS)
                ? Optional.of(URI.create(jwkSetUri).resolve("/oauth2/revocations"))
                : Optional.empty();
    }

    /** Where RFC 9728 has it that the suite says whose tokens it takes. */
    public String resourceMetadata() {
        URI address = publicAddress == null ? URI.create(issuer) : publicAddress;
        return address.resolve("/.well-known/oauth-protected-resource").toString();
    }
}
