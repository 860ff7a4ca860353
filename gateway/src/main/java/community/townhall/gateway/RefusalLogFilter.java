/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells of each request that was refused for who made it, or how often (ASVS 5.0, 16.3.2). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RefusalLogFilter extends OncePerRequestFilter {

    private static final Set<Integer> TELLING = Set.of(401, 403, 429);
    private static final int LONGEST_PATH = 120;

    private static final int TOO_MANY = 429;

    private final SecurityLog log;
    private final RefusalFloods floods;

    RefusalLogFilter(SecurityLog log) {
        this.log = log;
        this.floods = new RefusalFloods(log, Ticker.systemTicker());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (!TELLING.contains(status)) {
            return;
        }
        String account = KnownCaller.of(request).orElse("unknown");
        String address = request.getRemoteAddr();
        if (status == TOO_MANY && !floods.isFirst(new RefusalFloods.Source(SignInSources.network(address), account))) {
            return;
        }
        String path = request.getRequestURI();
        log.record(
                "refused",
                Map.of(
                        "status",
                        String.valueOf(status),
                        "method",
                        request.getMethod(),
                        "path",
                        path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH),
                        "address",
                        address,
                        "account",
                        account));
    }

    @Override
    public void destroy() {
        floods.end();
    }
}
