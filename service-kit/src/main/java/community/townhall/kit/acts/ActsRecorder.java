/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.acts;

import community.townhall.kit.causality.Causality;
import community.townhall.kit.id.Ids;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Callers;
import community.townhall.kit.security.access.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps each writing request to a handler for operators, before it is carried out and with what came of it. What is
 * imported is history and not an act: an import says itself what it brought, and would bury everything else.
 */
@ControllerAdvice
final class ActsRecorder extends RequestBodyAdviceAdapter implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEGUN = ActsRecorder.class.getName();
    private static final String IMPORTED = "imported";
    private static final int LONGEST_BODY = 2000;

    private final OperatorActs acts;
    private final JsonMapper json;
    private final Clock clock;

    ActsRecorder(OperatorActs acts, JsonMapper json, Clock clock) {
        this.acts = acts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isAct(request, method) && !hasBody(method)) {
            begin(request, null);
        }
        return true;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return isForOperators(parameter.getExecutable());
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        begin(json.valueToTree(body));
        return body;
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        begin(null);
        return body;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(BEGUN) instanceof String id) {
            acts.end(id, failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private void begin(@Nullable JsonNode said) {
        RequestAttributes attributes = RequestContextHolder.currentRequestAttributes();
        if (attributes instanceof ServletRequestAttributes servlet
                && !READING.contains(servlet.getRequest().getMethod())
                && (said == null || !said.hasNonNull(IMPORTED))) {
            begin(servlet.getRequest(), said);
        }
    }

    private void begin(HttpServletRequest request, @Nullable JsonNode said) {
        @Nullable Caller by = Callers.current();
        String body = said == null ? null : said.toString();
        String id = Ids.next();
        acts.begin(new OperatorAct(
                id,
                clock.instant(),
                by == null ? "" : by.memberId(),
                request.getMethod() + " " + request.getRequestURI(),
                body == null || body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY) + "…",
                Causality.current().correlationId(),
                null));
        request.setAttribute(BEGUN, id);
    }

    private static boolean isAct(HttpServletRequest request, HandlerMethod method) {
        return !READING.contains(request.getMethod()) && isForOperators(method.getMethod());
    }

    private static boolean isForOperators(java.lang.reflect.AnnotatedElement handler) {
        @Nullable Access access = AnnotatedElementUtils.findMergedAnnotation(handler, Access.class);
        return access != null && access.value().compareTo(Access.Level.OPERATOR) >= 0;
    }

    private static boolean hasBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }
}
