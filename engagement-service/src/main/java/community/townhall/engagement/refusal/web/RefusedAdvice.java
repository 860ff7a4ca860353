/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.refusal.web;

import community.townhall.engagement.refusal.Refused;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Says a refusal as the problem that all services say it as, and leaves its rendering to them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedAdvice {

    private final HandlerExceptionResolver problems;

    RefusedAdvice(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) {
        problems.resolveException(request, response, handler, toProblem(refused));
    }

    private static ProblemException toProblem(Refused refused) {
        String field = refused.field();
        return switch (refused.kind()) {
            case NOT_FOUND -> Problems.notFound(Objects.requireNonNullElse(field, "thing"), refused.rule());
            case NOT_VALID ->
                Problems.invalid(Objects.requireNonNullElse(field, "body"), refused.rule(), refused.message());
            case NOT_ALLOWED ->
                field == null
                        ? Problems.forbidden(refused.message())
                        : Problems.forbidden(field, refused.rule(), refused.message());
            case NOT_NOW -> Problems.conflict("Not now", refused.message());
            case STALE -> Problems.stale(refused.message());
        };
    }
}
