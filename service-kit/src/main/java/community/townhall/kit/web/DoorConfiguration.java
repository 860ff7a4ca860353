/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** What each service holds its own door to, however it is reached. The gateway has bounds and pages of its own. */
@Configuration(proxyBeanMethods = false)
public class DoorConfiguration {

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(
            @Value("${townhall.web.largest-body}") DataSize largest, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(Math.toIntExact(largest.toBytes()), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverAnswers() {
        return DoorConfiguration::holdServer;
    }

    /** To answers with the headers of all, and to refusals that are problem details. */
    static void holdServer(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            HeadLimits.allowLanguages(connector);
            HeadersOfAnswers.putOn(connector, AnswerHeaders.VALUES);
        });
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
