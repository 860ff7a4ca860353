/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import community.townhall.gateway.AnswerHeaders;
import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.IdentityProperties;
import community.townhall.gateway.SignInSources;
import community.townhall.gateway.authorization.BrowserClient;
import community.townhall.gateway.authorization.RotateSigningKeys;
import community.townhall.gateway.authorization.ScriptScopes;
import community.townhall.gateway.authorization.SigningKeys;
import community.townhall.gateway.authorization.StoredAuthorizations;
import community.townhall.gateway.authorization.VoidTokens;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.SignIn;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.security.Revocations;
import community.townhall.kit.security.SecurityProblems;
import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.security.VerifiedTokens;
import community.townhall.kit.web.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The built-in authorization server: OAuth 2 and OpenID Connect endpoints, and the form to sign in at. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBuiltInIdentity
class AuthorizationServerConfiguration {

    private static final Duration REFRESH = Duration.ofDays(1);
    private static final Duration SCRIPT_ACCESS = Duration.ofHours(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    @Bean
    BrowserClient browserClient(IdentityProperties properties) {
        return BrowserClient.withNewSecret(properties.clientId());
    }

    @Bean
    RotateSigningKeys rotateSigningKeys(SigningKeys keys, IdentityProperties properties, Clock clock) {
        Duration longestToken = Stream.of(properties.accessTokenLifetime(), SCRIPT_ACCESS)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(CLOCKS_DIFFER);
        return new RotateSigningKeys(
                keys,
                SigningKeySource::newKey,
                new RotateSigningKeys.Settings(
                        properties.signingKeyLifetime(), properties.signingKeyLead(), longestToken),
                clock);
    }

    @Bean
    JWKSource<SecurityContext> signingKey(RotateSigningKeys keys, Clock clock) {
        return new SigningKeySource(keys, clock);
    }

    @Bean
    JwtEncoder tokenEncoder(JWKSource<SecurityContext> signingKey) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(signingKey);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /** The issuer need not ask itself for its keys. */
    @Bean
    JwtDecoder accessTokenDecoder(
            SecurityProperties properties,
            JWKSource<SecurityContext> signingKey,
            Supplier<Revocations> revocations,
            Clock clock) {
        return new VerifiedTokens(AccessTokens.decoder(properties, signingKey), revocations, clock);
    }

    @Bean
    Supplier<Revocations> revocations(VoidTokens tokens) {
        return new LatestRevocations(tokens);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokenClaims(
            Accounts accounts, SecurityProperties properties, Clock clock) {
        return new AccessTokenClaims(accounts, properties, clock);
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            StoredAuthorizations stored,
            VoidTokens voidTokens,
            RegisteredClientRepository clients,
            JwtDecoder accessTokenDecoder,
            Clock clock) {
        return new SharedAuthorizations(stored, new ScriptTokens(accessTokenDecoder, clients), voidTokens, clock);
    }

    @Bean
    SessionRegistry noSessionRegistry() {
        return new NoSessionRegistry();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SecurityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    RegisteredClientRepository registeredClients(
            BrowserClient browser, IdentityProperties identity, SecurityProperties security) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(RegisteredClient.withId(browser.id())
                .clientId(browser.id())
                .clientSecret(browser.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(redirects(URI.create(security.issuer()))))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                // A refresh token is never seen outside the gateway; rotating it would only make parallel requests
                // fail.
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(identity.accessTokenLifetime())
                        .refreshTokenTimeToLive(REFRESH)
                        .reuseRefreshTokens(true)
                        .build())
                .build());
        @Nullable String scriptSecret = identity.scriptSecret();
        if (scriptSecret != null && !scriptSecret.isBlank()) {
            clients.add(RegisteredClient.withId("townhall-cli")
                    .clientId("townhall-cli")
                    .clientSecret(scriptSecret)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scopes(scopes -> scopes.addAll(ScriptScopes.ALL))
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(SCRIPT_ACCESS)
                            .build())
                    .build());
        }
        return new InMemoryRegisteredClientRepository(clients);
    }

    /** On a developer's machine the loopback has two names. */
    static Set<String> redirects(URI issuer) {
        String path = "/login/oauth2/code/townhall";
        String own = issuer.resolve(path).toString();
        return Set.of("localhost", "127.0.0.1").contains(String.valueOf(issuer.getHost()))
                ? Set.of(own.replace("//localhost", "//127.0.0.1"), own.replace("//127.0.0.1", "//localhost"))
                : Set.of(own);
    }

    /** Two sign-ins live in one session, the account's here and the member's in the console; they must not meet. */
    @Bean
    SecurityContextRepository accountOfSession() {
        HttpSessionSecurityContextRepository accounts = new HttpSessionSecurityContextRepository();
        accounts.setSpringSecurityContextKey("townhall.account");
        return accounts;
    }

    /** Before the chains, as which of them a request belongs to depends on its method. */
    @Bean
    FilterRegistrationBean<KnownMethodsFilter> knownMethods(ProblemWriter problems, AnswerHeaders headers) {
        FilterRegistrationBean<KnownMethodsFilter> registration =
                new FilterRegistrationBean<>(new KnownMethodsFilter(problems, headers));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            @Qualifier("accountOfSession") SecurityContextRepository accountOfSession,
            SignIn signIn,
            SignInSources sources,
            RegisteredClientRepository clients,
            OAuth2AuthorizationService authorizations,
            CsrfTokenRepository csrfTokens,
            @Qualifier("rateLimitFilter") Filter rateLimits,
            @Qualifier("securityHeaders") Customizer<HttpSecurity> headers,
            ProblemWriter problems,
            SecurityProperties properties)
            throws Exception {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        ClientSecretAuthenticationProvider secrets = new ClientSecretAuthenticationProvider(clients, authorizations);
        secrets.setPasswordEncoder(new SameSecret());
        AuthenticationSuccessHandler onwards =
                new SimpleUrlAuthenticationSuccessHandler("/oauth2/authorization/townhall");
        headers.customize(http);
        return http.securityMatcher(new OrRequestMatcher(
                        request -> server.getEndpointsMatcher().matches(request),
                        PathPatternRequestMatcher.withDefaults().matcher("/sign-in/**")))
                .with(
                        server,
                        it -> it.oidc(Customizer.withDefaults())
                                .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(providers ->
                                        providers.forEach(AuthorizationServerConfiguration::holdToExactRedirects)))
                                .clientAuthentication(client ->
                                        client.authenticationProviders(providers -> providers.replaceAll(
                                                provider -> provider instanceof ClientSecretAuthenticationProvider
                                                        ? secrets
                                                        : provider))))
                .authenticationProvider(new AccountAuthentication(signIn))
                .securityContext(context -> context.securityContextRepository(accountOfSession))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(
                                request -> server.getEndpointsMatcher().matches(request)))
                .logout(AbstractHttpConfigurer::disable)
                // What was asked for before signing in is always the same: to be signed in. So nothing is remembered of
                // it, and only who has signed in has a session.
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.loginPage("/sign-in")
                        .failureHandler((request, response, failure) -> response.sendRedirect("/sign-in?failed"))
                        .authenticationDetailsSource(sources::of)
                        .successHandler((request, response, account) -> {
                            sources.mark(request, response, account.getName());
                            onwards.onAuthenticationSuccess(request, response, account);
                        }))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize"))
                        .defaultAuthenticationEntryPointFor(
                                new SecurityProblems(problems, properties),
                                PathPatternRequestMatcher.withDefaults().matcher("/userinfo"))
                        .defaultAuthenticationEntryPointFor(
                                AuthorizationServerConfiguration::unknownClient,
                                PathPatternRequestMatcher.withDefaults().matcher("/oauth2/**")))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/sign-in/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(rateLimits, CsrfFilter.class)
                .build();
    }

    /** Who does not say which client it is, is answered like who says it wrongly (RFC 6749, 5.2). */
    private static void unknownClient(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"townhall\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("""
                {"error":"invalid_client","error_description":"The client must say which it is, and show that it is"}""");
    }

    /** The default lets any port of the loopback address pass, as apps on a device need; we have none. */
    private static void holdToExactRedirects(AuthenticationProvider provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
            Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> exact = context -> {
                OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
                if (!context.getRegisteredClient().getRedirectUris().contains(asked.getRedirectUri())) {
                    throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                            new OAuth2Error(
                                    OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is not one of the client's", null),
                            null);
                }
            };
            requests.setAuthenticationValidator(
                    exact.andThen(new OAuth2AuthorizationCodeRequestAuthenticationValidator()));
        }
    }
}
