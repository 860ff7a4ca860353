/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controller methods their {@link Caller}. */
public final class Callers implements HandlerMethodArgumentResolver {

    /** Absent when the request carries no token. */
    public static @Nullable Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token ? of(token) : null;
    }

    private static Caller of(JwtAuthenticationToken token) {
        Jwt jwt = token.getToken();
        Set<Role> roles = token.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(authority -> authority.startsWith(AccessTokens.ROLE))
                .map(authority -> Role.valueOf(authority.substring(AccessTokens.ROLE.length())))
                .collect(Collectors.toUnmodifiableSet());
        String memberId = Objects.requireNonNull(jwt.getSubject(), "A verified token has a subject");
        return new Caller(memberId, Objects.requireNonNullElse(jwt.getClaimAsString("name"), memberId), roles);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Caller caller = current();
        if (caller == null && !parameter.isOptional()) {
            throw new AuthenticationCredentialsNotFoundException("Sign in first");
        }
        return caller;
    }
}
