/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.gateway.AnswerHeaders;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sign-in and the token endpoint work in filters, where no controller advice hears of what is refused there, or that the
 * database is away. Whoever asked is told so, as everywhere else.
 */
final class RefusalFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RefusalFilter.class);

    private final ProblemWriter problems;
    private final AnswerHeaders headers;

    RefusalFilter(ProblemWriter problems, AnswerHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ProblemException refusal) {
            if (response.isCommitted()) {
                throw refusal;
            }
            response.reset();
            headers.putOn(response);
            problems.write(request, response, refusal);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !isStoreAway(failure)) {
                throw failure;
            }
            log.warn("Storage is unavailable: {}", failure.toString());
            response.reset();
            headers.putOn(response);
            problems.writeUnavailable(
                    request, response, "The request was not carried out; it can be sent again in a moment");
        }
    }

    private static boolean isStoreAway(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException) {
                return true;
            }
        }
        return false;
    }
}
