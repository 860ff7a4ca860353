/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import community.townhall.kit.messaging.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** What every service must make of requests: bad tokens, batches, and the document that describes them. */
abstract class RequestContract {

    @Autowired
    DeadLetters deadLetters;

    @LocalServerPort
    int port;

    @Value("${townhall.service}")
    String service;

    static Stream<Arguments> badTokens() {
        JWTClaimsSet good = TestTokens.claims("ada", List.of("member")).build();
        Date past = Date.from(Instant.now().minusSeconds(600));
        return Stream.of(
                Arguments.of("forged", TestTokens.sign(TestTokens.newKey(), "at+jwt", good)),
                Arguments.of(
                        "expired",
                        TestTokens.sign(
                                new JWTClaimsSet.Builder(good)
                                        .expirationTime(past)
                                        .build(),
                                "at+jwt")),
                Arguments.of(
                        "never expiring",
                        TestTokens.sign(
                                new JWTClaimsSet.Builder(good)
                                        .expirationTime(null)
                                        .build(),
                                "at+jwt")),
                Arguments.of(
                        "for another audience",
                        TestTokens.sign(
                                new JWTClaimsSet.Builder(good)
                                        .audience("elsewhere")
                                        .build(),
                                "at+jwt")),
                Arguments.of(
                        "of another issuer",
                        TestTokens.sign(
                                new JWTClaimsSet.Builder(good)
                                        .issuer("http://evil.test")
                                        .build(),
                                "at+jwt")),
                Arguments.of("an id token", TestTokens.sign(good, "JWT")),
                Arguments.of("alg none", new PlainJWT(good).serialize()),
                Arguments.of(
                        "cut short",
                        new JWSHeader(JWSAlgorithm.RS256).toBase64URL() + "."
                                + good.toPayload().toBase64URL() + "."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_401_even_where_none_is_needed(String why, String token) {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/api/" + service + "/openapi")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .exists("WWW-Authenticate")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:townhall:problem:unauthenticated");
    }

    @Test
    void a_batch_answers_each_of_its_requests_as_if_it_had_come_alone() {
        String redrive = "/api/%s/operations/dead-letters/%s/redrive";
        String consumer = deadLetters.consumers().getFirst().name();

        batch("""
                {"requests": [
                  {"id": "right", "method": "POST", "url": "%s"},
                  {"id": "wrong", "method": "POST", "url": "%s"},
                  {"id": "nowhere", "method": "PUT", "url": "/api/%s/no/such/place", "body": {}}]}
                """.formatted(redrive.formatted(service, consumer), redrive.formatted(service, "nobody"), service))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.responses[0].id")
                .isEqualTo("right")
                .jsonPath("$.responses[0].status")
                .isEqualTo(200)
                .jsonPath("$.responses[0].body.processed")
                .isNumber()
                .jsonPath("$.responses[1].status")
                .isEqualTo(404)
                .jsonPath("$.responses[1].headers['Content-Type']")
                .isEqualTo("application/problem+json")
                .jsonPath("$.responses[1].body.type")
                .isEqualTo("urn:townhall:problem:not-found")
                .jsonPath("$.responses[1].body.correlationId")
                .exists()
                .jsonPath("$.responses[2].status")
                .isEqualTo(404);
    }

    @Test
    void a_cursor_of_no_list_is_taken_by_no_list() {
        RestTestClient client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + TestTokens.operator("op"))
                .build();
        byte[] document = client.get()
                .uri("/api/" + service + "/openapi")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        List<String> lists = JsonMapper.shared().readTree(document).path("paths").properties().stream()
                .filter(path -> path.getValue()
                        .path("get")
                        .path("parameters")
                        .valueStream()
                        .anyMatch(parameter -> parameter.path("name").asString().equals("cursor")))
                .map(path -> path.getKey().replaceAll("\\{[^}]+}", "x"))
                .toList();
        assertThat(lists).isNotEmpty();
        for (String list : lists) {
            for (String keys : List.of("1", "1~x", "0000000000000000-x", "x~x")) {
                client.get()
                        .uri(list + "?post=x&cursor=00000000~" + keys)
                        .exchange()
                        .expectStatus()
                        .value(status ->
                                assertThat(status).as("%s %s", list, keys).isIn(400, 404, 422));
            }
        }
    }

    @Test
    void the_document_says_what_one_has_to_know() {
        byte[] document = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/api/" + service + "/openapi")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();

        OpenApiDocuments.check(new String(Objects.requireNonNull(document), StandardCharsets.UTF_8));
    }

    @Test
    void a_batch_is_documented_to_carry_json_of_any_kind() {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/api/" + service + "/openapi")
                .exchange()
                .expectBody()
                .jsonPath("$.components.schemas.Part.properties.body")
                .exists()
                .jsonPath("$.components.schemas.Part.properties.body.$ref")
                .doesNotExist()
                .jsonPath("$.components.schemas.JsonNode")
                .doesNotExist()
                .jsonPath("$.components.schemas.PartAnswer.properties.body")
                .exists()
                .jsonPath("$.components.schemas.PartAnswer.properties.body.type")
                .doesNotExist();
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"Accept, application/xml, 406", "Content-Type, */*, 415", "Idempotency-Key, k\u00e9y, 400"})
    void a_request_of_a_batch_is_held_to_the_rules_of_one_that_comes_alone(String header, String value, int status) {
        batch("""
                {"requests": [{"id": "1", "method": "POST", "url": "/api/%s/operations/dead-letters/none/redrive?x=1",
                  "headers": {"%s": "%s"}, "body": {}}]}
                """.formatted(service, header, value))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.responses[0].status")
                .isEqualTo(status);
    }

    static Stream<Arguments> badBatches() {
        String part = "{\"id\": \"%s\", \"method\": \"%s\", \"url\": \"%s\"}";
        String own = "/api/SERVICE/operations/dead-letters/any/redrive";
        return Stream.of(
                Arguments.of("requests", "Size", ""),
                Arguments.of("requests[0].url", "own-service", part.formatted("1", "POST", "/api/SERVICE/batch")),
                Arguments.of("requests[0].url", "own-service", part.formatted("1", "POST", "/actuator/shutdown")),
                Arguments.of("requests[0].url", "own-service", part.formatted("1", "POST", "/api/SERVICE/b%61tch")),
                Arguments.of("requests[0].url", "own-service", part.formatted("1", "POST", "/api/SERVICE/batch?x=1")),
                Arguments.of(
                        "requests[0].url",
                        "own-service",
                        part.formatted("1", "POST", "http://elsewhere.example" + own)),
                Arguments.of("requests[0].url", "normal", part.formatted("1", "POST", "/api/SERVICE/x/../batch")),
                Arguments.of("requests[0].url", "normal", part.formatted("1", "POST", "/api/SERVICE/%2e%2e/batch")),
                Arguments.of("requests[0].url", "normal", part.formatted("1", "POST", "/api/SERVICE//batch")),
                Arguments.of("requests[0].url", "normal", part.formatted("1", "POST", "/api/SERVICE/batch;x=1")),
                Arguments.of("requests[0].url", "normal", part.formatted("1", "POST", "/api/SERVICE%2fbatch")),
                Arguments.of("requests[0].url", "no-fragment", part.formatted("1", "POST", "/api/SERVICE/x#y")),
                Arguments.of(
                        "requests[0].headers.Content-Length",
                        "allowed",
                        part.formatted("1", "POST", own).replace("}", ", \"headers\": {\"Content-Length\": \"abc\"}}")),
                Arguments.of(
                        "requests[0].headers.Authorization",
                        "allowed",
                        part.formatted("1", "POST", own).replace("}", ", \"headers\": {\"Authorization\": \"x\"}}")),
                // No writing handler has conditions: whoever gave one would think it was kept.
                Arguments.of(
                        "requests[0].headers.If-Match",
                        "allowed",
                        part.formatted("1", "POST", own).replace("}", ", \"headers\": {\"If-Match\": \"x\"}}")),
                Arguments.of(
                        "requests[0].headers.If-None-Match",
                        "allowed",
                        part.formatted("1", "POST", own).replace("}", ", \"headers\": {\"If-None-Match\": \"*\"}}")),
                Arguments.of(
                        "requests[1].dependsOn",
                        "unknown",
                        part.formatted("1", "POST", own) + ", "
                                + part.formatted("2", "POST", own).replace("}", ", \"dependsOn\": [\"1\"]}")),
                Arguments.of(
                        "requests[0].atomicityGroup",
                        "unknown",
                        part.formatted("1", "POST", own).replace("}", ", \"atomicityGroup\": \"g\"}")),
                Arguments.of("requests[0].url", "encoded", part.formatted("1", "POST", own + "/a b%zz")),
                Arguments.of("requests[0].method", "type", part.formatted("1", "GET", own)),
                Arguments.of(
                        "requests[1].id",
                        "unique",
                        part.formatted("1", "POST", own) + ", " + part.formatted("1", "POST", own)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badBatches")
    void a_batch_with_a_fault_of_its_own_is_refused_whole(String field, String rule, String parts) {
        batch("{\"requests\": [%s]}".formatted(parts.replace("SERVICE", service)))
                .expectStatus()
                .isEqualTo(Set.of("Size", "type", "allowed", "unknown").contains(rule) ? 400 : 422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].rule")
                .isEqualTo(rule);
    }

    private RestTestClient.ResponseSpec batch(String body) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .post()
                .uri("/api/" + service + "/batch")
                .header("Authorization", "Bearer " + TestTokens.operator("batch"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
