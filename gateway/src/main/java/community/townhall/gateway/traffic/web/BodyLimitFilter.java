/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.kit.web.InMemoryBody;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to a body that is too large. One that does not say how large it is is read first: a service must never see
 * the beginning of a body whose end was cut off.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimitsProperties limits;
    private final ProblemWriter problems;

    BodyLimitFilter(BodyLimitsProperties limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean unannounced = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length <= 0 && !unannounced) {
            chain.doFilter(request, response);
            return;
        }
        int limit = limits.of(request.getRequestURI());
        if (length > limit) {
            refuse(request, response, limit);
            return;
        }
        if (!unannounced) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refuse(request, response, limit);
            return;
        }
        chain.doFilter(new Whole(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int limit) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not worth reading
        problems.write(
                request,
                response,
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                "The body may have up to %d bytes".formatted(limit));
    }

    private static final class Whole extends HttpServletRequestWrapper {

        private final byte[] content;
        private final ServletInputStream body;

        Whole(HttpServletRequest request, byte[] content) {
            super(request);
            this.content = content;
            this.body = new InMemoryBody(content);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public int getContentLength() {
            return content.length;
        }

        @Override
        public long getContentLengthLong() {
            return content.length;
        }
    }
}
