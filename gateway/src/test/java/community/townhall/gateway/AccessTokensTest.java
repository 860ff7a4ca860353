/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import community.townhall.gateway.authorization.SigningKey;
import community.townhall.gateway.authorization.SigningKeys;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.test.TestTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

/** Access tokens: which scripts get one, what it says, and which go no further. */
class AccessTokensTest extends AgainstTheGateway {

    @Autowired
    private SigningKeys keys;

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
        SigningKey kept = keys.all().getLast();
        Instant now = Instant.now();
        assertThat(keys.add(new SigningKey(kept.number(), TestTokens.newKey().toJSONString(), now, now)))
                .isFalse();
        assertThat(keys.all()).endsWith(kept);
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
                Arguments.of("a number for a subject", (Forgery)
                        test -> test.sign("at+jwt", test.claims().claim("sub", 4711))),
                Arguments.of("a list for a subject", (Forgery)
                        test -> test.sign("at+jwt", test.claims().claim("sub", List.of("member-1")))),
                Arguments.of("no subject", (Forgery)
                        test -> test.sign("at+jwt", test.claims().subject(null))),
                Arguments.of("an empty subject", (Forgery)
                        test -> test.sign("at+jwt", test.claims().subject(""))),
                Arguments.of("a subject of two lines", (Forgery)
                        test -> test.sign("at+jwt", test.claims().subject("member\n1"))),
                Arguments.of("a subject with a space", (Forgery)
                        test -> test.sign("at+jwt", test.claims().subject("member 1"))),
                Arguments.of("a subject that is too long", (Forgery)
                        test -> test.sign("at+jwt", test.claims().subject("m".repeat(65)))),
                Arguments.of("an ID token", (Forgery) test -> test.sign("JWT", test.claims())));
    }

    interface Forgery {
        String token(AccessTokensTest test) throws Exception;
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

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a b", "\u0001", "é", "a\u200bb", "../x", "a/b", ".", "a%2fb", "a;b"})
    void aScriptActsForNobodyWhoCannotBe(String memberId) {
        HttpResponse<String> refused = visitor.requestToken(
                Map.of("grant_type", "client_credentials", "scope", "member", "member_id", memberId),
                RunningGateway.SCRIPT_SECRET);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_request").contains("member_id");
    }

    @Test
    void a401NamesThePageThatSaysWhoseTokensCount() {
        HttpResponse<String> refused = visitor.get("/api/content/posts", "Authorization", "Bearer nonsense");
        String page = security.issuer() + "/.well-known/oauth-protected-resource";
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("resource_metadata=\"" + page + "\"");
        JsonNode metadata = Visitor.json(visitor.get("/.well-known/oauth-protected-resource"));
        assertThat(metadata.get("resource").asString()).isEqualTo(security.issuer());
        assertThat(metadata.get("authorization_servers").get(0).asString()).isEqualTo(security.issuer());
    }

    @Test
    void aCodeIsSentToTheExactAddressThatIsRegistered() {
        String request = "/oauth2/authorize?response_type=code&client_id=townhall&scope=openid&state=s"
                + "&code_challenge=%s&code_challenge_method=S256&redirect_uri=".formatted("c".repeat(43));
        for (String other : List.of(
                "http://127.0.0.1:%d/login/oauth2/code/townhall".formatted(port + 1),
                "http://[::1]:%d/login/oauth2/code/townhall".formatted(port),
                "http://127.0.0.1:%d/login/oauth2/code/townhall/".formatted(port),
                "http://evil.example/login/oauth2/code/townhall")) {
            HttpResponse<String> refused = visitor.get(request + other);
            assertThat(refused.statusCode()).as(other).isEqualTo(400);
        }
        assertThat(visitor.get(request + "http://127.0.0.1:%d/login/oauth2/code/townhall".formatted(port))
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt"})
    void thatForgeriesFailIsNotTheTestsFault(String type) throws Exception {
        String good = sign(type, claims());
        assertThat(visitor.get("/api/content/posts", "Authorization", "Bearer " + good)
                        .statusCode())
                .isEqualTo(200);
    }

    private JWTClaimsSet.Builder claims() {
        return TestTokens.claims("member-1", List.of("member")).issuer(security.issuer());
    }

    private String sign(String type, JWTClaimsSet.Builder claims) throws Exception {
        RSAKey key = RSAKey.parse(keys.all().getLast().jwk());
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
