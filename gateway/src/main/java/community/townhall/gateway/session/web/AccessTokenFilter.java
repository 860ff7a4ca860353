/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.RequestedPath;
import community.townhall.gateway.traffic.RateLimits;
import community.townhall.gateway.traffic.Visit;
import community.townhall.kit.security.SecurityProblems;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the caller by the bearer token of the request, else by that of the browser's session: from here on both are the
 * same. A token that is not good goes no further; a request without one is nobody's, and the services judge it.
 */
final class AccessTokenFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(AccessTokenFilter.class);
    private static final String BY_COOKIE = AccessTokenFilter.class.getName() + ".byCookie";

    private final BearerTokenResolver bearer = new DefaultBearerTokenResolver();
    private final JwtDecoder decoder;
    private final JwtAuthenticationConverter converter;
    private final SessionTokens sessions;
    private final SecurityProblems refusals;
    private final ProblemWriter problems;
    private final RateLimits limits;

    AccessTokenFilter(
            JwtDecoder decoder,
            JwtAuthenticationConverter converter,
            SessionTokens sessions,
            SecurityProblems refusals,
            ProblemWriter problems,
            RateLimits limits) {
        this.decoder = decoder;
        this.converter = converter;
        this.sessions = sessions;
        this.refusals = refusals;
        this.problems = problems;
        this.limits = limits;
    }

    /** Whether a cookie alone speaks for the caller, so that the request could be another site's. */
    static boolean isByCookie(HttpServletRequest request) {
        return request.getAttribute(BY_COOKIE) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            @Nullable Authentication caller = caller(request);
            if (caller != null) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(caller);
                SecurityContextHolder.setContext(context);
            }
        } catch (AuthenticationException bad) {
            refuse(request, response, bad);
            return;
        } catch (JwtException unknown) {
            log.warn("A token could not be judged: {}", unknown.toString());
            problems.writeUnavailable(request, response, "The access token cannot be verified at the moment");
            return;
        }
        chain.doFilter(request, response);
    }

    private @Nullable Authentication caller(HttpServletRequest request) {
        @Nullable String given = bearer.resolve(request);
        if (given != null) {
            return verify(given);
        }
        Optional<String> ofSession = sessions.of(request);
        if (ofSession.isEmpty()) {
            return null;
        }
        request.setAttribute(BY_COOKIE, true);
        try {
            return verify(ofSession.get());
        } catch (InvalidBearerTokenException outdated) {
            log.info("A session's token is no longer good: {}", outdated.getMessage());
            Optional<String> another = sessions.insteadOf(ofSession.get(), request);
            return another.isEmpty() ? null : verify(another.get());
        }
    }

    private Authentication verify(String token) {
        try {
            return Objects.requireNonNull(converter.convert(decoder.decode(token)));
        } catch (BadJwtException bad) {
            throw new InvalidBearerTokenException(String.valueOf(bad.getMessage()), bad);
        }
    }

    /** Guessing tokens is limited too. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException bad)
            throws IOException {
        Optional<RateLimits.Refusal> tooMany = limits.admit(Visit.anonymous(
                request.getMethod(),
                RequestedPath.of(request),
                request.getRemoteAddr(),
                request.getContentLengthLong()));
        if (tooMany.isEmpty()) {
            refusals.commence(request, response, bad);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.get().secondsToWait()));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many",
                "Too many",
                "Too many requests; try again later");
    }
}
