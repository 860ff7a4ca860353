/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Probes and scrapes carry no token: the actuator stands on a port of its own, which only the operator's network reaches. */
@Configuration(proxyBeanMethods = false)
public class ManagementAccessConfiguration {

    private static final int BEFORE_THE_API = 1;

    @Bean
    @Order(BEFORE_THE_API)
    SecurityFilterChain managementSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
