/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import community.townhall.kit.security.access.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a filter or the server gave up on, as a problem detail. Nobody has anything to ask here by its address. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemWriter problems;

    ProblemErrorController(ProblemWriter problems) {
        this.problems = problems;
    }

    @Public
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // It was answered before it went wrong, and one answer is enough.
        }
        HttpStatus status = request.getDispatcherType() == DispatcherType.ERROR
                ? statusOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                : HttpStatus.NOT_FOUND;
        String type = ProblemDetails.nameOf(status);
        problems.write(request, response, status, type, status.getReasonPhrase(), status.getReasonPhrase());
    }

    private static HttpStatus statusOf(@Nullable Object code) {
        HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
