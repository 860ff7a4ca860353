/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import community.townhall.kit.web.ProblemWriter;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.RequestRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Spares each request what Spring Security does by default for little: a profile showed both on every hot path. */
@Configuration(proxyBeanMethods = false)
public class LeanFiltersConfiguration {

    /**
     * The rules of {@link StrictHttpFirewall} for paths. Headers and parameters have been looked at once for all
     * ({@link RequestRules}), and a method that nobody knows is for the handlers to refuse, who know what they allow.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedPaths(ProblemWriter problems) {
        return (request, response, rejection) -> problems.write(
                request,
                response,
                Problems.malformed("path", "normal", "The path must be plain: no ./, //, ; or encoded separators"));
    }

    /** An observation of each filter of each request costs more than it tells. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
