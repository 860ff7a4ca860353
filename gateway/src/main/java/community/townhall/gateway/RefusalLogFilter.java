/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** One line for each request that was refused for who made it, or how often (ASVS 5.0, 16.3.2). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RefusalLogFilter extends OncePerRequestFilter {

    private static final Set<Integer> TELLING = Set.of(401, 403, 429);
    private static final int LONGEST_PATH = 120;

    private final SecurityLog log;

    RefusalLogFilter(SecurityLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (TELLING.contains(response.getStatus())) {
            String path = request.getRequestURI();
            log.record(
                    "refused",
                    Map.of(
                            "status", String.valueOf(response.getStatus()),
                            "method", request.getMethod(),
                            "path", path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH),
                            "address", request.getRemoteAddr(),
                            "account",
                                    Optional.ofNullable(request.getUserPrincipal())
                                            .map(Principal::getName)
                                            .orElse("unknown")));
        }
    }
}
