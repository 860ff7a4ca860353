/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.jwt.JwtException;

/** The access token behind a browser's session. It is renewed in time; the browser never sees it. */
final class SessionTokens {

    static final String REGISTRATION = "townhall";

    private static final Logger log = LoggerFactory.getLogger(SessionTokens.class);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(60);
    private static final int LOCKS = 256;

    private final SessionStore sessions;
    private final ClientRegistrationRepository registrations;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> issuer;
    private final Clock clock;
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    SessionTokens(
            SessionStore sessions,
            ClientRegistrationRepository registrations,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> issuer,
            Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Empty when the browser is not signed in, or cannot be any longer: its session is then over. */
    Optional<String> of(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SessionClients.TOKENS) instanceof TokenSet tokens)) {
            return Optional.empty();
        }
        return isFresh(tokens) ? Optional.of(tokens.accessToken()) : renewed(session.getId(), tokens);
    }

    /** Another token than this one, which is no longer good though it has not expired. */
    Optional<String> insteadOf(String token, HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SessionClients.TOKENS) instanceof TokenSet tokens
                ? renewed(session.getId(), tokens)
                : Optional.empty();
    }

    /**
     * One at a time for each session, and by what the store says of it then: an issuer may refuse the second use of a
     * refresh token. It is stored at once, because a request's own changes are stored only when it is answered.
     */
    private Optional<String> renewed(String id, TokenSet outdated) {
        Lock lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
        lock.lock();
        try {
            @Nullable BrowserSession session = sessions.findById(id);
            if (session == null || !(session.getAttribute(SessionClients.TOKENS) instanceof TokenSet latest)) {
                return Optional.empty();
            }
            if (isFresh(latest) && !latest.accessToken().equals(outdated.accessToken())) {
                return Optional.of(latest.accessToken()); // another request, or another gateway, was quicker
            }
            return renew(session, latest);
        } finally {
            lock.unlock();
        }
    }

    private Optional<String> renew(BrowserSession session, TokenSet tokens) {
        if (tokens.refreshToken() == null) {
            return notExpired(tokens);
        }
        try {
            OAuth2AccessTokenResponse answer = issuer.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    Objects.requireNonNull(registrations.findByRegistrationId(REGISTRATION)),
                    tokens.access(),
                    new OAuth2RefreshToken(tokens.refreshToken(), null)));
            TokenSet renewed = TokenSet.of(tokens.principal(), answer.getAccessToken(), answer.getRefreshToken());
            session.setAttribute(
                    SessionClients.TOKENS, renewed.refreshToken() == null ? renewed.renewableBy(tokens) : renewed);
            sessions.save(session);
            return Optional.of(renewed.accessToken());
        } catch (OAuth2AuthorizationException refused) {
            return afterRefusal(session, tokens, refused);
        }
    }

    private Optional<String> afterRefusal(
            BrowserSession session, TokenSet tokens, OAuth2AuthorizationException refused) {
        String reason = refused.getError().getErrorCode();
        if (!reason.equals(OAuth2ErrorCodes.INVALID_GRANT)) {
            log.warn("A session could not be renewed: {}", reason);
            return Optional.of(notExpired(tokens)
                    .orElseThrow(() -> new JwtException("The session cannot be renewed at the moment")));
        }
        @Nullable BrowserSession now = sessions.findById(session.getId());
        if (now != null
                && now.getAttribute(SessionClients.TOKENS) instanceof TokenSet latest
                && !latest.accessToken().equals(tokens.accessToken())) {
            return Optional.of(latest.accessToken()); // another gateway used the refresh token first
        }
        log.info("A session is over: {}", reason);
        sessions.deleteById(session.getId());
        return Optional.empty();
    }

    private Optional<String> notExpired(TokenSet tokens) {
        @Nullable Instant end = tokens.expiresAt();
        return end != null && clock.instant().isBefore(end) ? Optional.of(tokens.accessToken()) : Optional.empty();
    }

    private boolean isFresh(TokenSet tokens) {
        @Nullable Instant end = tokens.expiresAt();
        return end != null && clock.instant().isBefore(end.minus(RENEW_BEFORE_END));
    }
}
