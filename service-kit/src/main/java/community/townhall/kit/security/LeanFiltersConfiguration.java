/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Spares each request what Spring Security does by default for little: a profile showed both on every hot path. */
@Configuration(proxyBeanMethods = false)
public class LeanFiltersConfiguration {

    /**
     * The rules of {@link StrictHttpFirewall}; but header values, which it reads again with every use, are not matched
     * against a regular expression each time. An access token is long.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(LeanFiltersConfiguration::isPrintable);
        return firewall;
    }

    static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) || (c > '~' && !Character.isDefined(c))) {
                return false;
            }
        }
        return true;
    }

    /** An observation of each filter of each request costs more than it tells. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
