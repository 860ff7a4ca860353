/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.gateway.KnownCaller;
import community.townhall.gateway.RequestedPath;
import community.townhall.gateway.traffic.RateLimits;
import community.townhall.gateway.traffic.Visit;
import community.townhall.kit.web.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 when a limit is hit. Stands where the caller is known already, and notes who that is. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final String OPERATOR = "ROLE_OPERATOR";

    private final RateLimits limits;
    private final ProblemWriter problems;
    private final MeterRegistry meters;
    private final Predicate<HttpServletRequest> own;

    /** @param own tells what the gateway asks itself */
    RateLimitFilter(
            RateLimits limits, ProblemWriter problems, MeterRegistry meters, Predicate<HttpServletRequest> own) {
        this.own = own;
        this.limits = limits;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        note(request);
        // A session's renewal comes to the gateway from itself: counted by address, all members would be one visitor.
        Optional<RateLimits.Refusal> refusal = own.test(request) ? Optional.empty() : limits.admit(visit(request));
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        meters.counter(
                        "townhall.gateway.rate.limited",
                        "limit",
                        refusal.get().limit().name())
                .increment();
        long wait = refusal.get().secondsToWait();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many",
                "Too many",
                switch (refusal.get().limit().counted()) {
                    case REQUESTS -> "Too many requests; there is room again in %d s".formatted(wait);
                    case KILOBYTES -> "Too much sent within a short time; there is room again in %d s".formatted(wait);
                });
    }

    private static void note(HttpServletRequest request) {
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null) {
            KnownCaller.note(request, caller.getName());
        }
    }

    private static Visit visit(HttpServletRequest request) {
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (!(caller instanceof JwtAuthenticationToken token)) {
            return Visit.anonymous(
                    request.getMethod(),
                    RequestedPath.of(request),
                    request.getRemoteAddr(),
                    request.getContentLengthLong());
        }
        boolean operator =
                token.getAuthorities().stream().anyMatch(authority -> OPERATOR.equals(authority.getAuthority()));
        return new Visit(
                request.getMethod(),
                RequestedPath.of(request),
                request.getRemoteAddr(),
                Optional.of(token.getName()),
                operator,
                request.getContentLengthLong());
    }
}
