/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import community.townhall.kit.causality.Causality;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** How a refusal is said, whichever layer refuses. */
final class ProblemDetails {

    /** What the request asks for is at fault there, and nothing of ours. */
    private static final Set<HttpStatus> NOT_OURS =
            Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    private ProblemDetails() {}

    static ProblemDetail of(ProblemException refusal) {
        return of(
                refusal.status(),
                refusal.type(),
                refusal.title(),
                String.valueOf(refusal.getMessage()),
                refusal.errors());
    }

    /** @param type the last part of the problem's URN */
    static ProblemDetail of(
            HttpStatus status, String type, String title, String detail, List<ProblemException.FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:townhall:problem:" + type));
        problem.setTitle(title);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** Of a refusal that has no name of its own. */
    static URI typeOf(HttpStatus status) {
        return URI.create("urn:townhall:problem:" + nameOf(status));
    }

    static String nameOf(HttpStatus status) {
        return status.is5xxServerError() && !NOT_OURS.contains(status)
                ? "internal"
                : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem with what it is told apart by: the address asked for and the correlation id. */
    static ProblemDetail finish(ProblemDetail problem, HttpServletRequest request) {
        try {
            Object given = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            problem.setInstance(new URI(given instanceof String uri ? uri : request.getRequestURI()));
        } catch (URISyntaxException e) {
            // What was asked for is no address; there is nothing to refer to.
        }
        String correlationId = Causality.current().correlationId();
        if (correlationId != null) {
            problem.setProperty("correlationId", correlationId);
        }
        return problem;
    }
}
