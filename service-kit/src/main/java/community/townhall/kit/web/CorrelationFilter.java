/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import community.townhall.kit.causality.Causality;
import community.townhall.kit.id.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a correlation id: the gateway's, or a new one. It is in every log line, problem and event. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String given = request.getHeader(HEADER);
        String id = given != null && WELL_FORMED.matcher(given).matches() ? given : Ids.next();
        response.setHeader(HEADER, id);
        MDC.put("correlationId", id);
        try {
            new Causality(id, null).call(() -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    throw new FilterFailure(e);
                }
                return null;
            });
        } catch (FilterFailure e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case ServletException failure -> throw failure;
                default -> throw e;
            }
        } finally {
            MDC.remove("correlationId");
        }
    }

    /** Carries a checked exception through the scoped call. */
    private static final class FilterFailure extends RuntimeException {

        private final transient Exception failure;

        FilterFailure(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        @Override
        public Exception getCause() {
            return failure;
        }
    }
}
