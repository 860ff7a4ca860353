/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import community.townhall.gateway.authorization.SigningKeys;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.test.TestTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The gateway from outside: with stubs for services, real accounts, real tokens. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = RunningGateway.class)
@TestPropertySource(
        properties = {
            "townhall.gateway.connections=8",
            "townhall.gateway.time-limits.moderation=300ms",
            "townhall.gateway.time-limits.engagement=300ms",
            "townhall.gateway.rate-limits.limits.few.per=member",
            "townhall.gateway.rate-limits.limits.few.requests=3",
            "townhall.gateway.rate-limits.limits.few.period=1h",
            "townhall.gateway.rate-limits.limits.few.paths=/api/content/few",
            "townhall.identity.access-token-lifetime=60s", // as long as renewal comes early: every request renews
            "townhall.gateway.cors.allowed-origins=https://friend.example",
            "resilience4j.circuitbreaker.instances.rewards.base-config=default",
            "resilience4j.circuitbreaker.instances.rewards.minimum-number-of-calls=4",
            "resilience4j.circuitbreaker.instances.rewards.sliding-window-size=4",
            "resilience4j.circuitbreaker.instances.rewards.wait-duration-in-open-state=1h"
        })
class GatewayTest {

    private static final StubService SERVICES = RunningGateway.SERVICES;

    private final SecurityProperties security;
    private final SigningKeys keys;
    private final CircuitBreakerRegistry breakers;
    private final int port;
    private final int managementPort;
    private Visitor visitor;

    @Autowired
    GatewayTest(
            SecurityProperties security,
            SigningKeys keys,
            CircuitBreakerRegistry breakers,
            @LocalServerPort int port,
            @LocalManagementPort int managementPort) {
        this.security = security;
        this.keys = keys;
        this.breakers = breakers;
        this.port = port;
        this.managementPort = managementPort;
        this.visitor = new Visitor(port);
    }

    @BeforeEach
    void forgetOthers() {
        visitor = new Visitor(port);
        SERVICES.received.clear();
    }

    // --- tokens for scripts

    @Test
    void aScriptGetsATokenThatEveryServiceAccepts() {
        String token = visitor.scriptToken(
                Map.of("grant_type", "client_credentials", "scope", "operator", "member_id", "member-7"));
        Jwt jwt = AccessTokens.decoder(security).decode(token);
        assertThat(jwt.getSubject()).isEqualTo("member-7");
        assertThat(jwt.getClaimAsStringList("roles")).containsExactly("member", "moderator", "operator");
        assertThat(jwt.getClaimAsString("name")).isEqualTo("member-7");
        assertThat(jwt.getClaimAsString("client_id")).isEqualTo("townhall-cli");
        assertThat(jwt.getId()).isNotBlank();
        assertThat(jwt.getHeaders()).containsEntry("typ", "at+jwt").containsEntry("alg", "RS256");
    }

    @Test
    void withoutAMemberAScriptActsForTheOperator() {
        String token = visitor.scriptToken(Map.of("grant_type", "client_credentials", "scope", "member"));
        Jwt jwt = AccessTokens.decoder(security).decode(token);
        JsonNode operator = Visitor.json(visitor.get(
                        "/identity/accounts?username=operator", "Authorization", "Bearer " + operatorToken()))
                .get("items")
                .get(0);
        assertThat(jwt.getSubject()).isEqualTo(operator.get("id").asString());
        assertThat(jwt.getClaimAsStringList("roles")).containsExactly("member");
    }

    @Test
    void aScriptWithoutTheSecretGetsNothing() {
        Map<String, String> request = Map.of("grant_type", "client_credentials", "scope", "member");
        assertThat(visitor.requestToken(request, "wrong").statusCode()).isEqualTo(401);
        assertThat(visitor.requestToken(
                                Map.of("grant_type", "client_credentials", "scope", "administrator"),
                                RunningGateway.SCRIPT_SECRET)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSigningKeyIsWrittenOnce() {
        String kept = keys.current().orElseThrow();
        assertThat(keys.keepUnlessThereIsOne(TestTokens.newKey().toJSONString()))
                .isEqualTo(kept);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("nonsense", (Forgery) test -> "not.a.token"),
                Arguments.of(
                        "unsigned", (Forgery) test -> new PlainJWT(test.claims().build()).serialize()),
                Arguments.of("another's key", (Forgery) test -> TestTokens.sign(
                        TestTokens.newKey(), "at+jwt", test.claims().build())),
                Arguments.of("another audience", (Forgery)
                        test -> test.sign("at+jwt", test.claims().audience("elsewhere"))),
                Arguments.of("another issuer", (Forgery)
                        test -> test.sign("at+jwt", test.claims().issuer("http://elsewhere"))),
                Arguments.of("expired", (Forgery) test -> test.sign(
                        "at+jwt",
                        test.claims().expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2)))))),
                Arguments.of("an ID token", (Forgery) test -> test.sign("JWT", test.claims())));
    }

    interface Forgery {
        String token(GatewayTest test) throws Exception;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenGoesNoFurther(String what, Forgery forgery) throws Exception {
        HttpResponse<String> response =
                visitor.get("/api/content/posts", "Authorization", "Bearer " + forgery.token(this));
        assertThat(response.statusCode()).as(what).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(SERVICES.received).isEmpty();
    }

    @Test
    void thatForgeriesFailIsNotTheTestsFault() throws Exception {
        String good = sign("at+jwt", claims());
        assertThat(visitor.get("/api/content/posts", "Authorization", "Bearer " + good)
                        .statusCode())
                .isEqualTo(200);
    }

    // --- routes

    @Test
    void aRequestReachesItsServiceAsItIs() {
        String token = memberToken();
        HttpResponse<String> response = visitor.post(
                "/api/content/posts?a=1&b=%20x&b=%E4%BD%A0",
                Map.of("title", "你好"),
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                "key-1",
                "X-Correlation-Id",
                "correlation-1");
        assertThat(response.statusCode()).isEqualTo(200);
        StubService.Received received = SERVICES.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.path()).isEqualTo("/api/content/posts?a=1&b=%20x&b=%E4%BD%A0");
        assertThat(received.body()).isEqualTo("{\"title\":\"你好\"}");
        assertThat(received.headers())
                .containsEntry("authorization", "Bearer " + token)
                .containsEntry("idempotency-key", "key-1")
                .hasEntrySatisfying("content-type", type -> assertThat(type).startsWith("application/json"))
                .containsEntry("x-correlation-id", "correlation-1");
        assertThat(response.headers().allValues("X-Correlation-Id")).containsExactly("correlation-1");
    }

    @Test
    void nobodyForgesWhoTheyAreOrWhereTheyComeFrom() {
        HttpResponse<String> response = visitor.get(
                "/api/content/posts",
                "X-Forwarded-For",
                "1.2.3.4",
                "X-Forwarded-Proto",
                "gopher",
                "Forwarded",
                "for=1.2.3.4",
                "X-Real-IP",
                "1.2.3.4",
                "X-User-Id",
                "operator",
                "X-Auth-Request-User",
                "operator",
                "X-Remote-User",
                "operator",
                "Remote-User",
                "operator",
                "X-Roles",
                "operator",
                "Cookie",
                "a=b",
                "Authorization",
                "Basic b3BlcmF0b3I6eA==");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(SERVICES.last().headers())
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-forwarded-host", "localhost:" + port)
                .doesNotContainKeys(
                        "forwarded",
                        "x-real-ip",
                        "x-user-id",
                        "x-auth-request-user",
                        "x-remote-user",
                        "remote-user",
                        "x-roles",
                        "cookie",
                        "authorization");
    }

    @Test
    void aServicesRefusalPassesAndItsCookiesDoNot() {
        HttpResponse<String> response = visitor.get("/api/content/404");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("Not found");
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("service="));
        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void eventsArriveOneByOneAndTheStreamOutlivesTheTimeLimit() throws Exception {
        HttpResponse<InputStream> response = visitor.open("/api/engagement/notifications/stream");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(": open");
            for (String event : List.of("first", "second")) {
                // Silent for longer than the route's limit of 300 ms; the next request shows that it has passed.
                assertThat(visitor.get("/api/engagement/slow").statusCode()).isEqualTo(504);
                SERVICES.events.add(event);
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).isEqualTo("data: " + event);
            }
            SERVICES.events.add("end");
        }
    }

    @Test
    void aSlowServiceIsNotWaitedForForEver() {
        HttpResponse<String> response = visitor.get("/api/moderation/slow");
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(Visitor.json(response).get("type").asString()).isEqualTo("urn:townhall:problem:timeout");
        assertThat(SERVICES.received).as("a time-out is not tried again").hasSize(1);
    }

    @Test
    void whatIsTooMuchAtOnceIsRefusedAndTheServiceIsNotTakenForBroken() {
        List<CircuitBreakerOnErrorEvent> failures = new CopyOnWriteArrayList<>();
        breakers.circuitBreaker("content").getEventPublisher().onError(failures::add);
        List<CompletableFuture<HttpResponse<String>>> held = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> visitor.get("/api/content/held"), Thread::startVirtualThread))
                .limit(8)
                .toList();
        try {
            await().untilAsserted(() -> assertThat(SERVICES.received).hasSize(8));
            HttpResponse<String> refused = visitor.get("/api/content/more");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Visitor.json(refused).get("type").asString()).isEqualTo("urn:townhall:problem:busy");
            assertThat(SERVICES.received).hasSize(8);
        } finally {
            SERVICES.heldMayGo.release(8);
        }
        assertThat(held).allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("released"));
        assertThat(visitor.get("/api/content/more").statusCode()).isEqualTo(200);
        assertThat(failures).isEmpty();
    }

    @Test
    void onlyWhatReadsIsTriedAgain() {
        assertThat(visitor.get("/api/content/hang-up").statusCode()).isEqualTo(503);
        assertThat(SERVICES.received).hasSize(2);
        SERVICES.received.clear();
        assertThat(visitor.post("/api/content/hang-up", Map.of()).statusCode()).isEqualTo(503);
        assertThat(SERVICES.received).hasSize(1);
    }

    @Test
    void aServiceThatIsAwayIsLeftAlone() {
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> away = visitor.post("/api/rewards/accounts", Map.of());
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(Visitor.json(away).get("detail").asString()).isEqualTo("The rewards service is away");
        }
        HttpResponse<String> open = visitor.post("/api/rewards/accounts", Map.of());
        assertThat(open.statusCode()).isEqualTo(503);
        assertThat(open.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(open.headers().firstValue("Retry-After")).isPresent();
        assertThat(Visitor.json(open).get("detail").asString()).endsWith("the request was not carried out");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "x".repeat(600 * 1024);
        HttpResponse<String> announced = visitor.send("POST", "/api/content/posts", BodyPublishers.ofString(large));
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(Visitor.json(announced).get("type").asString()).isEqualTo("urn:townhall:problem:too-large");
        HttpResponse<String> chunked = visitor.send(
                "POST",
                "/api/content/posts",
                BodyPublishers.ofByteArrays(List.of(large.getBytes(StandardCharsets.UTF_8))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(SERVICES.received).isEmpty();
    }

    @Test
    void aMemberWhoAsksTooMuchWaits() {
        String token = memberToken();
        for (int i = 0; i < 3; i++) {
            assertThat(visitor.get("/api/content/few", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> refused = visitor.get("/api/content/few", "Authorization", "Bearer " + token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 1200L);
        assertThat(visitor.get("/api/content/few", "Authorization", "Bearer " + memberToken())
                        .statusCode())
                .as("another member")
                .isEqualTo(200);
    }

    @Test
    void onlyInvitedSitesMayCall() {
        String[] origin = {"Origin", "https://friend.example"};
        assertThat(visitor.get("/api/content/posts", origin).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://friend.example");
        assertThat(visitor.get("/api/content/posts", "Origin", "https://stranger.example")
                        .statusCode())
                .isEqualTo(403);
    }

    // --- accounts

    @Test
    void registrationNamesFieldAndRule() {
        assertRefused(Map.of("username", "a b", "password", "long enough 1", "displayName", "A"), "username", "form");
        assertRefused(
                Map.of("username", "operator", "password", "long enough 1", "displayName", "A"), "username", "taken");
        assertRefused(Map.of("username", "ada", "password", "short", "displayName", "A"), "password", "length");
        assertRefused(
                Map.of("username", "ada", "password", "my name is Ada!", "displayName", "A"),
                "password",
                "containsUsername");
        assertRefused(
                Map.of("username", "ada", "password", "long enough 1", "displayName", " "), "displayName", "length");
    }

    private void assertRefused(Map<String, String> registration, String field, String rule) {
        HttpResponse<String> response = visitor.post("/identity/registrations", registration);
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode error = Visitor.json(response).get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void usernamesAreUniqueWhateverTheirCase() {
        String name = newName();
        register(name, "first of that name");
        HttpResponse<String> second = visitor.post(
                "/identity/registrations",
                Map.of(
                        "username",
                        name.toUpperCase(java.util.Locale.ROOT),
                        "password",
                        "another one 12",
                        "displayName",
                        "B"));
        assertThat(second.statusCode()).isEqualTo(422);
    }

    @Test
    void rolesAreTheOperatorsToGive() {
        String name = newName();
        String id = register(name, "some password here");
        String path = "/identity/accounts/%s/roles".formatted(id);
        Map<String, List<String>> moderator = Map.of("roles", List.of("moderator"));
        Visitor browser = new Visitor(port);
        browser.signIn(name, "some password here");
        assertThat(browser.session().get("roles").toString()).isEqualTo("[\"member\"]");
        assertThat(visitor.put(path, moderator).statusCode()).isEqualTo(401);
        assertThat(visitor.put(path, moderator, "Authorization", "Bearer " + memberToken())
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.put(path, moderator, "Authorization", "Bearer " + operatorToken())
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.put(
                                path,
                                Map.of("roles", List.of("administrator")),
                                "Authorization",
                                "Bearer " + operatorToken())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.session().get("roles").toString())
                .as("the renewed token of a session that was there before")
                .isEqualTo("[\"member\",\"moderator\"]");
    }

    // --- the browser

    @Test
    void aBrowserSignsInAndTheTokenStaysHere() {
        String name = newName();
        String id = register(name, "open sesame, please");
        HttpResponse<String> end = visitor.signIn(name, "open sesame, please");
        assertThat(end.uri()).hasPath("/").hasNoQuery();
        JsonNode session = visitor.session();
        assertThat(session.get("signedIn").asBoolean()).isTrue();
        assertThat(session.get("memberId").asString()).isEqualTo(id);
        assertThat(session.get("name").asString()).isEqualTo("Member " + name);
        assertThat(session.toString()).doesNotContain("eyJ");

        assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
        String relayed = requireNonNull(SERVICES.last().headers().get("authorization"));
        Jwt jwt = AccessTokens.decoder(security).decode(relayed.substring("Bearer ".length()));
        assertThat(jwt.getSubject()).isEqualTo(id);
        assertThat(SERVICES.last().headers()).doesNotContainKey("cookie");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> response = visitor.get("/oauth2/authorization/townhall");
        assertThat(response.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("TOWNHALL_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .contains("code_challenge_method=S256")
                .contains("code_challenge=");
    }

    @Test
    void aBrowsersWriteNeedsTheTokenOfOurPages() {
        String name = newName();
        register(name, "a fine password 1");
        visitor.signIn(name, "a fine password 1");
        assertThat(visitor.post("/api/content/posts", Map.of()).statusCode()).isEqualTo(403);
        assertThat(SERVICES.received).isEmpty();
        assertThat(visitor.post("/api/content/posts", Map.of(), visitor.csrf()).statusCode())
                .isEqualTo(200);
        SERVICES.received.clear();
        assertThat(visitor.send("POST", "/sign-out", BodyPublishers.noBody()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.send("POST", "/sign-out", BodyPublishers.noBody(), visitor.csrf())
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.session().get("signedIn").asBoolean()).isFalse();
        assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
        assertThat(SERVICES.last().headers()).doesNotContainKey("authorization");
    }

    @Test
    void aWrongPasswordLeadsBackToTheFormAndTooManyCloseTheAccount() {
        String name = newName();
        register(name, "the right password");
        HttpResponse<String> wrong = visitor.signIn(name, "the wrong password");
        assertThat(wrong.uri().toString()).endsWith("/sign-in?failed");
        assertThat(wrong.body()).contains("role=\"alert\"");
        for (int i = 0; i < 4; i++) {
            assertThat(new Visitor(port).signIn(name, "the wrong password").body())
                    .contains("role=\"alert\"");
        }
        Visitor late = new Visitor(port);
        assertThat(late.signIn(name, "the right password").body()).contains("role=\"alert\"");
        assertThat(late.session().get("signedIn").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN,zh;q=0.9", "en-GB"})
    void theFormSpeaksTheReadersLanguage(String language) {
        String page = visitor.get("/sign-in", "Accept-Language", language).body();
        assertThat(page).contains(language.startsWith("zh") ? "登录" : "Sign in");
    }

    // --- the house

    @Test
    void answersCarrySecurityHeaders() {
        HttpResponse<String> response = visitor.get("/identity/session");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void theDocumentationListsAllServices() {
        assertThat(visitor.follow(visitor.get("/docs")).body()).contains("swagger-ui");
        String config = visitor.get("/identity/openapi/swagger-config").body();
        assertThat(config).contains("/api/content/openapi", "/api/rewards/openapi", "/identity/openapi");
        assertThat(visitor.get("/identity/openapi").body()).contains("/identity/registrations", "/identity/session");
    }

    @Test
    void theActuatorIsNotAtTheFrontDoor() {
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(404);
        visitor.get("/api/content/posts");
        Visitor operations = new Visitor(managementPort);
        assertThat(operations.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(operations.get("/actuator/prometheus").body())
                .contains("townhall_gateway_requests_seconds_count")
                .contains("route=\"content\"")
                .contains("resilience4j_circuitbreaker_state");
    }

    // --- what the tests say in few words

    private String memberToken() {
        return visitor.scriptToken(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                "member",
                "member_id",
                UUID.randomUUID().toString()));
    }

    private String operatorToken() {
        return visitor.scriptToken(Map.of("grant_type", "client_credentials", "scope", "operator"));
    }

    private static String newName() {
        return "m" + UUID.randomUUID().toString().substring(0, 12);
    }

    private String register(String username, String password) {
        HttpResponse<String> response = visitor.post(
                "/identity/registrations",
                Map.of("username", username, "password", password, "displayName", "Member " + username));
        assertThat(response.statusCode()).isEqualTo(201);
        return Visitor.json(response).get("memberId").asString();
    }

    private JWTClaimsSet.Builder claims() {
        return TestTokens.claims("member-1", List.of("member")).issuer(security.issuer());
    }

    private String sign(String type, JWTClaimsSet.Builder claims) throws Exception {
        RSAKey key = RSAKey.parse(keys.current().orElseThrow());
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                claims.build());
        jwt.sign(new com.nimbusds.jose.crypto.RSASSASigner(key));
        return jwt.serialize();
    }
}
