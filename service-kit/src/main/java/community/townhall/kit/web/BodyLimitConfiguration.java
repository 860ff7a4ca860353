/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** Each service bounds what it reads, however it is reached. The gateway has bounds of its own, by route. */
@Configuration(proxyBeanMethods = false)
public class BodyLimitConfiguration {

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            @Value("${townhall.web.largest-body}") DataSize largest, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(Math.toIntExact(largest.toBytes()), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
