/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge.web;

import community.townhall.gateway.AnswerHeaders;
import community.townhall.gateway.edge.BoundedProtocol;
import community.townhall.kit.web.HeadLimits;
import community.townhall.kit.web.HeadersOfAnswers;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Sets the server up. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(EdgeProperties properties, AnswerHeaders headers) {
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
                    protocol.setMaxConnections(
                            properties.connectionsIn(Runtime.getRuntime().maxMemory()));
                    protocol.limitTo(properties.connectionsOfAddress(), properties.head());
                }
                connector.setRejectSuspiciousURIs(true);
                HeadLimits.allowLanguages(connector);
                HeadersOfAnswers.putOn(connector, headers.values());
            });
            factory.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
                host.getPipeline().addValve(new ProblemReportValve(headers));
            });
        };
    }
}
