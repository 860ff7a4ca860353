/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import community.townhall.kit.security.access.Access;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each handler to its annotation. One of ours that has none is refused: forgetting it must not open a door. */
final class AccessInterceptor implements HandlerInterceptor {

    private static final String OURS = "community.townhall.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        @Nullable Access access = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
        if (access == null) {
            throw new AccessDeniedException(method + " does not say who may call it");
        }
        if (access.value() == Access.Level.PUBLIC) {
            return;
        }
        @Nullable Caller caller = Callers.current();
        if (caller == null) {
            throw new AuthenticationCredentialsNotFoundException("Sign in first");
        }
        Role required = Role.valueOf(access.value().name());
        if (!caller.is(required)) {
            throw new AccessDeniedException("This needs the role " + required);
        }
    }
}
