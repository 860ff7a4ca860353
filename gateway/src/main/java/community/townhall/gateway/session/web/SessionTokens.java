/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.util.WebUtils;

/** The access token behind a browser's session. It is renewed in time; the browser never sees it. */
final class SessionTokens {

    static final String REGISTRATION = "townhall";

    private static final Logger log = LoggerFactory.getLogger(SessionTokens.class);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(60);

    private final SecurityContextRepository contexts;
    private final OAuth2AuthorizedClientRepository clients;
    private final OAuth2AuthorizedClientManager renewals;
    private final Clock clock;

    SessionTokens(
            SecurityContextRepository contexts,
            OAuth2AuthorizedClientRepository clients,
            OAuth2AuthorizedClientManager renewals,
            Clock clock) {
        this.contexts = contexts;
        this.clients = clients;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** Empty when the browser is not signed in, or cannot be any longer: its session is then over. */
    Optional<String> of(HttpServletRequest request, HttpServletResponse response) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        @Nullable
        Authentication authentication =
                contexts.loadDeferredContext(request).get().getAuthentication();
        if (!(authentication instanceof OAuth2AuthenticationToken signedIn)) {
            return Optional.empty();
        }
        @Nullable OAuth2AuthorizedClient client = clients.loadAuthorizedClient(REGISTRATION, signedIn, request);
        if (client == null) {
            return Optional.empty();
        }
        return isFresh(client)
                ? Optional.of(client.getAccessToken().getTokenValue())
                : renew(session, signedIn, request, response);
    }

    /** One at a time for each session: an issuer may refuse the second use of a refresh token. */
    private Optional<String> renew(
            HttpSession session,
            OAuth2AuthenticationToken signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        synchronized (WebUtils.getSessionMutex(session)) {
            try {
                @Nullable
                OAuth2AuthorizedClient renewed =
                        renewals.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                                .principal(signedIn)
                                .attribute(HttpServletRequest.class.getName(), request)
                                .attribute(HttpServletResponse.class.getName(), response)
                                .build());
                return Optional.ofNullable(renewed)
                        .map(client -> client.getAccessToken().getTokenValue());
            } catch (OAuth2AuthorizationException refused) {
                log.info(
                        "A session could not be renewed: {}", refused.getError().getErrorCode());
                if (refused.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                    end(session);
                }
                return Optional.empty();
            } catch (IllegalStateException over) {
                return Optional.empty(); // another request has just ended the session
            }
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyOver) {
            log.debug("The session was over already");
        }
    }

    private boolean isFresh(OAuth2AuthorizedClient client) {
        @Nullable Instant end = client.getAccessToken().getExpiresAt();
        return end != null && clock.instant().isBefore(end.minus(RENEW_BEFORE_END));
    }
}
