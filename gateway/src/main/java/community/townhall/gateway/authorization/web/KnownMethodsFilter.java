/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.AnswerHeaders;
import community.townhall.gateway.RequestedPath;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 405 where a filter carries out what is asked for by one method and lets all others pass: to handlers that have
 * nothing at that address, or to the check for a form's token.
 */
final class KnownMethodsFilter extends OncePerRequestFilter {

    private static final Map<String, List<String>> KNOWN = Map.of(
            "/oauth2/token", List.of("POST"),
            "/oauth2/introspect", List.of("POST"),
            "/oauth2/revoke", List.of("POST"),
            "/sign-in", List.of("GET", "HEAD", "OPTIONS", "POST"));

    private final ProblemWriter problems;
    private final AnswerHeaders headers;

    KnownMethodsFilter(ProblemWriter problems, AnswerHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> known = KNOWN.getOrDefault(RequestedPath.of(request), List.of());
        if (known.isEmpty() || known.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        String allowed = String.join(", ", known);
        headers.putOn(response);
        response.setHeader(HttpHeaders.ALLOW, allowed);
        problems.write(
                request,
                response,
                HttpStatus.METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "Method Not Allowed",
                "The methods of this address are " + allowed);
    }
}
