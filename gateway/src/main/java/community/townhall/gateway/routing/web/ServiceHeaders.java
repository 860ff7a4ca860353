/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import community.townhall.kit.causality.Causality;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What the services are told about a request: who calls is said by the verified token and by nothing else, where from by
 * the gateway and by nobody else. Cookies stay here.
 */
@Configuration(proxyBeanMethods = false)
class ServiceHeaders {

    private static final String CORRELATION = "X-Correlation-Id";

    private static final Set<String> KEPT_HERE = Set.of(
            "authorization",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "remote-user",
            "true-client-ip",
            "via",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-correlation-id",
            "x-csrf-token",
            "x-http-method-override",
            "x-original-url",
            "x-real-ip",
            "x-rewrite-url",
            "x-xsrf-token");

    /** Names by which proxies tell a service who the caller is. Nobody but us speaks for a caller. */
    private static final List<String> FORGEABLE = List.of(
            "x-forwarded-",
            "x-user",
            "x-member",
            "x-role",
            "x-auth-",
            "x-authenticated-",
            "x-remote-",
            "x-client-cert",
            "x-ssl-client",
            "x-townhall-");

    private static final Set<String> SAID_BY_THE_GATEWAY = Set.of(
            "x-correlation-id",
            "gateway-cache-control",
            "gateway-cache-except",
            "set-cookie",
            "server",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "content-security-policy",
            "referrer-policy",
            "permissions-policy",
            "strict-transport-security");

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RequestHttpHeadersFilter toServices() {
        return ServiceHeaders::forService;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ResponseHttpHeadersFilter fromServices() {
        return (given, response) -> without(given, name -> SAID_BY_THE_GATEWAY.contains(name));
    }

    private static HttpHeaders forService(HttpHeaders given, ServerRequest request) {
        HttpHeaders headers = without(given, ServiceHeaders::isForged);
        HttpServletRequest servlet = request.servletRequest();
        headers.set("X-Forwarded-For", servlet.getRemoteAddr());
        headers.set("X-Forwarded-Proto", servlet.getScheme());
        @Nullable String host = servlet.getHeader(HttpHeaders.HOST);
        if (host != null) {
            headers.set("X-Forwarded-Host", host);
        }
        @Nullable String correlationId = Causality.current().correlationId();
        if (correlationId != null) {
            headers.set(CORRELATION, correlationId);
        }
        @Nullable Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller instanceof JwtAuthenticationToken token) {
            headers.setBearerAuth(token.getToken().getTokenValue());
        }
        return headers;
    }

    static boolean isForged(String name) {
        return KEPT_HERE.contains(name) || FORGEABLE.stream().anyMatch(name::startsWith);
    }

    private static HttpHeaders without(HttpHeaders given, Predicate<String> left) {
        HttpHeaders headers = new HttpHeaders();
        given.forEach((name, values) -> {
            if (!left.test(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        return headers;
    }
}
