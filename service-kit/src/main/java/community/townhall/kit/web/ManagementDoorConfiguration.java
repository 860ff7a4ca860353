/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The same at the management port, which is a server of its own that none of the service's beans is applied to. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementDoorConfiguration {

    private static final int LARGEST_BODY = 1_024; // none is asked for

    @Bean
    FilterRegistrationBean<BodyLimitFilter> managementBodyLimit(ProblemWriter problems) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(LARGEST_BODY, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestRulesFilter> managementRules(ProblemWriter problems) {
        FilterRegistrationBean<RequestRulesFilter> registration =
                new FilterRegistrationBean<>(new RequestRulesFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** After the framework has registered its page for errors, which has a form of its own. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementAnswers() {
        return server -> {
            server.setErrorPages(Set.of());
            DoorConfiguration.holdServer(server);
        };
    }
}
