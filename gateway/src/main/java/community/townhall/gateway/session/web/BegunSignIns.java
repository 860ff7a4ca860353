/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.SealedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * A sign-in between its beginning and the issuer's answer: state, nonce and PKCE verifier, kept by the browser in a sealed
 * cookie. Beginning one costs the gateway no memory, whoever does it and however often.
 */
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "TOWNHALL_SIGN_IN";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String REDIRECT = "redirect";

    private final SealedCookies cookies;
    private final ClientRegistrationRepository registrations;

    BegunSignIns(SealedCookies cookies, ClientRegistrationRepository registrations) {
        this.cookies = cookies;
        this.registrations = registrations;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        @Nullable String state = request.getParameter(OAuth2ParameterNames.STATE);
        return cookies.read(request, COOKIE)
                .filter(begun -> state != null && state.equals(begun.get(OAuth2ParameterNames.STATE)))
                .map(this::restored)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            cookies.remove(response, COOKIE);
            return;
        }
        Map<String, String> fields = new HashMap<>();
        fields.put(OAuth2ParameterNames.STATE, String.valueOf(begun.getState()));
        fields.put(REDIRECT, String.valueOf(begun.getRedirectUri()));
        put(fields, PkceParameterNames.CODE_VERIFIER, begun);
        put(fields, OidcParameterNames.NONCE, begun);
        cookies.put(response, COOKIE, fields, LONGEST);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        @Nullable OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        if (begun != null) {
            cookies.remove(response, COOKIE);
        }
        return begun;
    }

    private static void put(Map<String, String> fields, String name, OAuth2AuthorizationRequest begun) {
        Optional.ofNullable(begun.<Object>getAttribute(name)).ifPresent(value -> fields.put(name, value.toString()));
    }

    /** As much of it as the answer is held against. */
    private OAuth2AuthorizationRequest restored(Map<String, String> fields) {
        ClientRegistration registration =
                Objects.requireNonNull(registrations.findByRegistrationId(SessionTokens.REGISTRATION));
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(fields.get(REDIRECT))
                .scopes(registration.getScopes())
                .state(fields.get(OAuth2ParameterNames.STATE))
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
                    copy(fields, PkceParameterNames.CODE_VERIFIER, attributes);
                    copy(fields, OidcParameterNames.NONCE, attributes);
                })
                .build();
    }

    private static void copy(Map<String, String> fields, String name, Map<String, Object> attributes) {
        @Nullable String value = fields.get(name);
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
