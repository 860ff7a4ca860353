/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import community.townhall.kit.web.ProblemWriter;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every service verifies the access token itself: being behind the gateway proves nothing. Who may call what stands at
 * each handler, see {@link community.townhall.kit.security.access}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
@Import({AccessConfiguration.class, LeanFiltersConfiguration.class, ManagementAccessConfiguration.class})
public class SecurityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokenDecoder(SecurityProperties properties, Supplier<Revocations> revocations, Clock clock) {
        return new VerifiedTokens(AccessTokens.decoder(properties), revocations, clock);
    }

    /** Another issuer than our own has no such list: its tokens are good until they expire. */
    @Bean
    Supplier<Revocations> revocations(SecurityProperties properties, JsonMapper json) {
        return properties
                .revocations()
                .<Supplier<Revocations>>map(list -> new PolledRevocations(list, properties.revocationsEvery(), json))
                .orElse(() -> Revocations.NONE);
    }

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, SecurityProperties properties, ProblemWriter writer)
            throws Exception {
        SecurityProblems problems = new SecurityProblems(writer, properties);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie ever authenticates here
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(AccessTokens.authentication(properties))))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }
}
