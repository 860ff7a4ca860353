/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.routing.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;

/** How the services are asked. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    ServiceClients serviceClients(RoutingProperties properties) {
        return new ServiceClients(properties);
    }

    @Bean
    SharedAnswers sharedAnswers(MeterRegistry meters) {
        return new SharedAnswers(meters);
    }

    @Bean
    ProxyExchange serviceExchange(ServiceClients clients, RoutingProperties properties, SharedAnswers shared) {
        return new ServiceExchange(clients, new Turns(properties), shared);
    }

    /**
     * The framework takes its header filters when the context has been refreshed, which is after the server began to
     * accept: until then a request went on with whatever identity it claimed. So they are taken before.
     */
    @Bean
    SmartInitializingSingleton headersAreFilteredFromTheFirstRequestOn(
            ProxyExchangeHandlerFunction exchange, ApplicationContext context) {
        return () -> exchange.onApplicationEvent(new ContextRefreshedEvent(context));
    }
}
