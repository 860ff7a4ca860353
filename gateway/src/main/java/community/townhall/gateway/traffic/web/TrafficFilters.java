/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import community.townhall.gateway.AnswerHeaders;
import community.townhall.gateway.PublicAddress;
import community.townhall.gateway.authorization.BrowserClient;
import community.townhall.gateway.traffic.RateLimits;
import community.townhall.kit.web.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class TrafficFilters {

    private static final int BEFORE_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int AFTER_CORRELATION = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    Filter rateLimitFilter(
            RateLimits limits, ProblemWriter problems, MeterRegistry meters, ObjectProvider<BrowserClient> ourselves) {
        SingletonSupplier<Optional<BrowserClient>> browser =
                SingletonSupplier.of(() -> Optional.ofNullable(ourselves.getIfAvailable()));
        return new RateLimitFilter(
                limits,
                problems,
                meters,
                request -> browser.obtain()
                        .filter(client -> client.asks(request.getHeader(HttpHeaders.AUTHORIZATION)))
                        .isPresent());
    }

    /** Its place is inside the security chains, where the caller is known. */
    @Bean
    FilterRegistrationBean<Filter> rateLimitsOnlyInSecurityChains(@Qualifier("rateLimitFilter") Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusals(ProblemWriter problems, AnswerHeaders headers) {
        FilterRegistrationBean<RefusalFilter> registration =
                new FilterRegistrationBean<>(new RefusalFilter(problems, headers));
        registration.setOrder(BEFORE_SESSIONS);
        return registration;
    }

    /** Filters are made with the server; what it is called is asked when somebody calls. */
    @Bean
    FilterRegistrationBean<HostFilter> hosts(ObjectProvider<PublicAddress> address, ProblemWriter problems) {
        FilterRegistrationBean<HostFilter> registration =
                new FilterRegistrationBean<>(new HostFilter(address, problems));
        registration.setOrder(BEFORE_SESSIONS - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyLimits(BodyLimitsProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<BodyFilter> registration =
                new FilterRegistrationBean<>(new BodyFilter(properties, problems));
        registration.setOrder(AFTER_CORRELATION);
        return registration;
    }
}
