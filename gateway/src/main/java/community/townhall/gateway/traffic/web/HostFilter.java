/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.gateway.PublicAddress;
import community.townhall.gateway.RequestedPath;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 421 to a request that means somebody else: what we say of ourselves must not name another. The lists that our
 * services ask for, by whatever name their network has for us, say nothing of ourselves.
 */
final class HostFilter extends OncePerRequestFilter {

    private static final Set<String> FOR_SERVICES = Set.of("/oauth2/jwks", "/oauth2/revocations");

    private final ObjectProvider<PublicAddress> address;
    private final ProblemWriter problems;

    HostFilter(ObjectProvider<PublicAddress> address, ProblemWriter problems) {
        this.address = address;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String host = request.getHeader(HttpHeaders.HOST);
        if (host == null
                || FOR_SERVICES.contains(RequestedPath.of(request))
                || address.getObject().isOurs(host)) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                request,
                response,
                HttpStatus.MISDIRECTED_REQUEST,
                "misdirected",
                "Misdirected",
                "This is not the host that the request is for");
    }
}
