/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One route a service: {@code /api/<service>/…} goes there as it is. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Server-sent events: open for hours, and silent for long. */
    static final String STREAM = "/api/engagement/notifications/stream";

    private static final String API = "/api/";

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            RoutingProperties properties,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            MeterRegistry meters,
            SharedAnswers shared) {
        return properties.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(service -> route(service.getKey(), service.getValue(), breakers, retries, meters, shared))
                .reduce(RouterFunction::and)
                .orElseThrow(() -> new IllegalStateException("townhall.gateway.services names no service"));
    }

    private static RouterFunction<ServerResponse> route(
            String service,
            URI address,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            MeterRegistry meters,
            SharedAnswers shared) {
        return GatewayRouterFunctions.route(service)
                .route(path(API + service + "/**"), http())
                .before(uri(address))
                .filter(new GuardedRoute(service, breakers.circuitBreaker(service), retries.retry(service), meters))
                .filter(shared)
                .build();
    }
}
