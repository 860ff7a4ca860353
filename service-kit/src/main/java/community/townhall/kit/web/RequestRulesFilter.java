/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what breaks {@link RequestRules} ahead of all that would trip over it. */
final class RequestRulesFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    RequestRulesFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable ProblemException fault = RequestRules.fault(request);
        if (fault == null) {
            chain.doFilter(hasUnreadable(request) ? new Readable(request) : request, response);
        } else {
            problems.write(request, response, fault);
        }
    }

    private static boolean hasUnreadable(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> Collections.list(request.getHeaders(name)).stream()
                        .anyMatch(value -> RequestRules.isPassedOver(name, value)));
    }

    /** Without the headers that are passed over. */
    private static final class Readable extends HttpServletRequestWrapper {

        Readable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            return RequestRules.isPassedOver(name, value) ? null : value;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(readable(name));
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !readable(name).isEmpty())
                    .toList());
        }

        private List<String> readable(String name) {
            return Collections.list(super.getHeaders(name)).stream()
                    .filter(value -> !RequestRules.isPassedOver(name, value))
                    .toList();
        }
    }
}
