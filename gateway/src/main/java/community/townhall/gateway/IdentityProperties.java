/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who knows the members. Without an issuer the gateway does: it is then an authorization server itself.
 *
 * @param issuer an OpenID Connect issuer to sign in at, in place of the built-in one
 * @param clientId what that issuer calls the gateway
 * @param clientSecret what the gateway shows to that issuer
 * @param scopes what the gateway asks that issuer for
 * @param operatorPassword creates the account {@code operator} when there is none
 * @param scriptSecret creates the OAuth client {@code townhall-cli} for scripts
 * @param accessTokenLifetime of a browser's session; its token is renewed in time, with the roles of then
 * @param signingKeyLifetime after which the key of access tokens is replaced
 * @param signingKeyLead how long a new key is published before it signs
 * @param keysSecret seals those keys in the database: 32 random bytes in Base64
 * @param mailFrom the sender of letters; needed where {@code spring.mail.host} is set
 * @param loopback where the gateway reaches its own token endpoint
 */
@ConfigurationProperties("townhall.identity")
public record IdentityProperties(
        @Nullable String issuer,
        @DefaultValue("townhall") String clientId,
        @Nullable String clientSecret,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @Nullable String operatorPassword,
        @Nullable String scriptSecret,
        @DefaultValue("15m") Duration accessTokenLifetime,
        @DefaultValue("90d") Duration signingKeyLifetime,
        @DefaultValue("1m") Duration signingKeyLead,
        @Nullable String keysSecret,
        @Nullable String mailFrom,
        @DefaultValue("http://127.0.0.1:8080") URI loopback) {

    /** Whether the gateway is the issuer itself. */
    public boolean isBuiltIn() {
        return issuer == null || issuer.isBlank();
    }
}
