/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.RequestedPath;
import community.townhall.gateway.SealedCookies;
import community.townhall.gateway.traffic.RateLimits;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.security.SecurityProblems;
import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.DelegatingLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Who is calling: scripts by bearer tokens, browsers by a session; and the sign-in that makes one of the other. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);
    /** What is none of these is done by nobody here, and is to be refused as that. */
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    @Bean
    SecurityContextRepository browserContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients(ClientRegistrationRepository registrations) {
        return new SessionClients(registrations);
    }

    /** What the services and the identity API see. */
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            JwtDecoder decoder,
            SecurityProperties properties,
            Clock clock,
            SessionStore sessions,
            ClientRegistrationRepository registrations,
            CsrfTokenRepository csrfTokens,
            ProblemWriter problems,
            RateLimits limits,
            CorsProperties cors,
            @Qualifier("rateLimitFilter") Filter rateLimits,
            @Qualifier("securityHeaders") Customizer<HttpSecurity> headers)
            throws Exception {
        SecurityProblems refusals = new SecurityProblems(problems, properties);
        AccessTokenFilter accessTokens = new AccessTokenFilter(
                decoder,
                AccessTokens.authentication(properties),
                new SessionTokens(sessions, registrations, new RestClientRefreshTokenTokenResponseClient(), clock),
                refusals,
                problems,
                limits);
        headers.customize(http);
        allow(cors, http);
        return http.securityMatcher("/api/**", "/identity/**", "/.well-known/oauth-protected-resource")
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .requireCsrfProtectionMatcher(request ->
                                WRITING.contains(request.getMethod()) && AccessTokenFilter.isByCookie(request)))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(accessTokens, CsrfFilter.class)
                .addFilterBefore(rateLimits, CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static void allow(CorsProperties cors, HttpSecurity http) throws Exception {
        http.cors(AbstractHttpConfigurer::disable);
        if (cors.allowedOrigins().isEmpty()) {
            return;
        }
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(cors.allowedOrigins());
        allowed.setAllowedMethods(cors.allowedMethods());
        allowed.setAllowedHeaders(cors.allowedHeaders());
        allowed.setMaxAge(cors.maxAge());
        allowed.setAllowCredentials(false); // other origins come with bearer tokens, never with our cookie
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", allowed);
        http.addFilter(new CorsFilter(source) {
            /** Where nobody is invited it would answer every preflight, also where nothing is. */
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return source.getCorsConfiguration(request) == null;
            }
        });
    }

    /** The console's files, the documentation, and signing in and out. */
    @Bean
    @Order(3)
    SecurityFilterChain browser(
            HttpSecurity http,
            SecurityProperties properties,
            ClientRegistrationRepository registrations,
            SecurityContextRepository browserContexts,
            OAuth2AuthorizedClientRepository authorizedClients,
            CsrfTokenRepository csrfTokens,
            SealedCookies cookies,
            ProblemWriter problems,
            @Qualifier("rateLimitFilter") Filter rateLimits,
            @Qualifier("securityHeaders") Customizer<HttpSecurity> headers)
            throws Exception {
        SecurityProblems refusals = new SecurityProblems(problems, properties);
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(registrations);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        headers.customize(http);
        return http.headers(it -> it.cacheControl(cache -> cache.disable()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .requireCsrfProtectionMatcher(request -> WRITING.contains(request.getMethod())))
                .securityContext(context -> context.securityContextRepository(browserContexts))
                .requestCache(AbstractHttpConfigurer::disable)
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + SessionTokens.REGISTRATION)
                        .authorizedClientRepository(authorizedClients)
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(onlyOf(requests))
                                .authorizationRequestRepository(new BegunSignIns(cookies, registrations)))
                        .successHandler(new SimpleUrlAuthenticationSuccessHandler("/"))
                        .failureHandler(SessionConfiguration::explain))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(afterSignOut(registrations)))
                .authorizeHttpRequests(authorize -> authorize.anyRequest().permitAll())
                .addFilterBefore(rateLimits, CsrfFilter.class)
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals))
                .build();
    }

    /**
     * There is one issuer to sign in at; asking for another is asking for a page that is not there. And who signs in opens a
     * page: a picture of that address in somebody's post would give each of its readers a new session.
     */
    private static OAuth2AuthorizationRequestResolver onlyOf(OAuth2AuthorizationRequestResolver requests) {
        String known = "/oauth2/authorization/" + SessionTokens.REGISTRATION;
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return RequestedPath.of(request).equals(known) && isOpened(request) ? requests.resolve(request) : null;
            }

            private static boolean isOpened(HttpServletRequest request) {
                @Nullable String destination = request.getHeader("Sec-Fetch-Dest"); // browsers say it, others need not
                return destination == null || destination.equals("document");
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return requests.resolve(request, registration);
            }
        };
    }

    private static void explain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        log.warn("A sign-in failed: {}", failure.toString());
        response.sendRedirect("/?sign-in=failed");
    }

    /** A page is sent on, to the issuer's own sign-out where it has one; a script gets 204. */
    private static LogoutSuccessHandler afterSignOut(ClientRegistrationRepository registrations) {
        OidcClientInitiatedLogoutSuccessHandler toIssuer = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        toIssuer.setDefaultTargetUrl("/");
        toIssuer.setPostLogoutRedirectUri("{baseUrl}/");
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        LinkedHashMap<RequestMatcher, LogoutSuccessHandler> handlers = new LinkedHashMap<>();
        handlers.put(html, toIssuer);
        DelegatingLogoutSuccessHandler byKind = new DelegatingLogoutSuccessHandler(handlers);
        byKind.setDefaultLogoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT));
        return byKind;
    }
}
