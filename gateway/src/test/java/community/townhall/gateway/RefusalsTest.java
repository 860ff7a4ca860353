/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.test.OddHeads;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every refusal is a problem detail with the headers of every answer, whichever layer refuses. */
class RefusalsTest extends AgainstTheGateway {

    static Stream<List<String>> refused() {
        String end = "\r\nConnection: close\r\n\r\n";
        String host = " HTTP/1.1\r\nHost: localhost";
        return Stream.of(
                List.of("400", "GET /api/content/a%2fb" + host + end),
                List.of("400", "GET /api/content/a%00b" + host + end),
                List.of("400", "GET /api/content/a%zz" + host + end),
                List.of("400", "GET /a\\b" + host + end),
                List.of("400", "GET /<script>" + host + end),
                List.of("400", "GET /a b" + host + end),
                List.of("400", "GET" + end),
                List.of("400", "G\"T /" + host + end),
                List.of("400", "GET / HTTP/1.1" + end), // no host
                List.of("400", "GET / HTTP/1.1\r\nHost: a\r\nHost: b" + end),
                List.of("400", "GET / HTTP/1.1\r\nHost: a b" + end),
                List.of("400", "GET /" + host + "\r\nX\u0000: a" + end),
                List.of("400", "GET /" + host + "\r\nContent-Length: abc" + end),
                List.of("400", "POST /sign-in" + host + "\r\nContent-Length: 1\r\nContent-Length: 2" + end),
                List.of("501", "POST /sign-in" + host + "\r\nTransfer-Encoding: gzip" + end),
                List.of("505", "GET / HTTP/3.0\r\nHost: localhost" + end),
                List.of("400", "GET /" + host + "\r\nX-Long: " + "x".repeat(20_000) + end),
                List.of("400", "GET /" + "x".repeat(20_000) + host + end),
                List.of("421", "GET / HTTP/1.1\r\nHost: evil.example" + end),
                List.of("421", "GET /sign-in HTTP/1.1\r\nHost: localhost.evil.example" + end),
                List.of("413", "POST /sign-in" + host + "\r\nContent-Length: 100000" + end),
                List.of("400", "GET /sign-in;a=b" + host + end),
                List.of("400", "GET /a//b" + host + end),
                List.of("404", "GET /error" + host + end),
                List.of("404", "GET /oauth2/authorization/evil" + host + end),
                List.of("404", "GET /actuator/health" + host + end),
                List.of("405", "TRACE /" + host + end),
                List.of("405", "TRACE /api/content/posts" + host + end),
                List.of("404", "GET /oauth2/authorization/townhall" + host + "\r\nSec-Fetch-Dest: image" + end),
                List.of("401", "GET /api/content/posts" + host + "\r\nAuthorization: Bearer x" + end),
                // What libraries refuse with a status alone.
                List.of("401", "GET /sign-in" + host + "\r\nAuthorization: Bearer x" + end),
                List.of("401", "GET /userinfo" + host + "\r\nAuthorization: Bearer x" + end),
                List.of("401", "GET /userinfo" + host + end),
                List.of("401", "POST /userinfo" + host + "\r\nContent-Length: 0" + end),
                List.of("501", "CONNECT localhost:443" + host + end),
                List.of("501", "CONNECT /" + host + end),
                List.of("400", "GET *" + host + end),
                List.of("400", "GET localhost:80" + host + end),
                List.of("400", "GET http://evil.example/" + host + end),
                List.of("400", "GET //evil.example/x" + host + end),
                List.of("400", "GET /caf\u00e9" + host + end),
                List.of("400", "GET / http/1.1\r\nHost: localhost" + end),
                List.of("400", "GET /" + host + "\r\nX y: a" + end),
                List.of("400", "GET /" + host + "\r\nXy : a" + end),
                List.of("400", "GET /" + host + "\r\nA: b".repeat(20_000) + end),
                List.of("405", "get /identity/session" + host + end),
                List.of("405", "PROPFIND /" + host + end),
                List.of("405", "GET /oauth2/token" + host + end),
                List.of("405", "PUT /oauth2/token" + host + "\r\nContent-Length: 0" + end),
                List.of("405", "PROPFIND /sign-in" + host + end),
                List.of("405", "DELETE /sign-in" + host + end),
                List.of("501", "POST /sign-in" + host + "\r\nTransfer-Encoding: identity" + end),
                List.of("417", "POST /sign-in" + host + "\r\nExpect: magic\r\nContent-Length: 2" + end),
                List.of("415", "POST /identity/registrations" + host + "\r\nContent-Encoding: gzip" + end),
                List.of("415", "POST /api/content/posts" + host + "\r\nContent-Encoding: br" + end),
                List.of("408", "POST /identity/registrations" + host + "\r\nContent-Length: 2" + end), // silence
                List.of("400", "\u0016\u0003\u0001\u0002\u0000\u0001" + end), // TLS
                List.of("406", "GET /" + host + "\r\nAccept: application/xml" + end),
                List.of("406", "GET /identity/session" + host + "\r\nAccept: application/json;charset=utf-16" + end),
                List.of(
                        "412",
                        "GET /shared/router.js" + host + "\r\nIf-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT"
                                + end));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isAProblemDetailWithTheHeadersOfEveryAnswer(List<String> statusAndRequest) {
        try (RawConnection connection = new RawConnection(port)) {
            String answer = connection.send(statusAndRequest.get(1)).answer();
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + statusAndRequest.getFirst() + " ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .containsIgnoringCase("content-security-policy: default-src 'self'")
                    .containsIgnoringCase("x-content-type-options: nosniff")
                    .containsIgnoringCase("x-frame-options: DENY")
                    .contains("\"status\":" + statusAndRequest.getFirst())
                    .containsOnlyOnce("urn:townhall:problem:")
                    .doesNotContain("<html", "Tomcat", "community.townhall", "java.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /oauth2/token  | POST
            GET    | /oauth2/revoke | POST
            DELETE | /sign-in       | GET, HEAD, OPTIONS, POST
            """)
    void whoComesWithAnotherMethodIsToldTheKnownOnes(String method, String path, String known) {
        HttpResponse<String> refused = visitor.send(method, path, BodyPublishers.noBody());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue(known);
    }

    @Test
    void whatTheServerItselfHasToSayOfItHasTheHeadersToo() {
        try (RawConnection connection = new RawConnection(port)) {
            assertThat(connection
                            .send("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-security-policy: default-src 'self'")
                    .containsIgnoringCase("x-content-type-options: nosniff");
        }
    }

    /** Its answer could have no headers. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /\r\n", "GET /identity/session\r\n", "GET  HTTP/1.1\r\n\r\n"})
    void aRequestFromBeforeThereWereHeadersIsNotCarriedOut(String request) {
        try (RawConnection connection = new RawConnection(port)) {
            assertThat(connection.send(request).answer())
                    .containsPattern("\"status\":(505|400)")
                    .doesNotContain("<html", "signedIn");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in?lang=, Sign in",
        "/sign-in?lang, Sign in",
        "/sign-in?lang=zh_CN, 登录",
        "/sign-in?lang=%3C%3E, Sign in",
        "/sign-in?lang=zh&lang=en, 登录",
        "/sign-in?lang=zh-CN, 登录",
        "/sign-in?lang=en, Sign in",
        "/sign-in?x=y, Sign in",
        "/sign-in, Sign in"
    })
    void theFormIsThereWhateverIsAsked(String path, String word) {
        assertThat(visitor.get(path, "Accept-Language", "en").body()).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/jwks", "/oauth2/revocations"})
    void servicesMayCallUsByTheNameOfTheirNetwork(String list) {
        try (RawConnection service = new RawConnection(port)) {
            assertThat(service.send("GET %s HTTP/1.1\r\nHost: town-gateway:8080\r\nConnection: close\r\n\r\n"
                                    .formatted(list))
                            .answer())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"/oauth2/token", "/oauth2/revoke", "/oauth2/introspect"})
    void aClientThatDoesNotSayWhoItIsIsToldSoAsOAuthHasIt(String endpoint) {
        HttpResponse<String> answer = visitor.form(endpoint, Map.of("grant_type", "client_credentials", "token", "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"townhall\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).contains("\"error\":\"invalid_client\"");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT localhost:443 HTTP/1.1, not-implemented",
        "GET / HTTP/3.0, http-version-not-supported",
        "GET /oauth2/nothing HTTP/1.1, There is nothing at this address"
    })
    void whatIsSaidOfARefusalIsTrue(String line, String words) {
        try (RawConnection connection = new RawConnection(port)) {
            assertThat(connection
                            .send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .answer())
                    .contains(words)
                    .doesNotContain("Internal error", "static resource");
        }
    }

    static Stream<String> oddHeads() {
        return OddHeads.all();
    }

    @ParameterizedTest
    @MethodSource("oddHeads")
    @ExtendWith(OutputCaptureExtension.class)
    void noHeadIsAFaultOfOurs(String headers, CapturedOutput log) {
        for (String line : List.of(
                "GET /",
                "GET /shared/router.js",
                "GET /api/content/posts",
                "POST /api/content/posts",
                "GET /identity/session",
                "GET /identity/accounts",
                "POST /identity/registrations",
                "GET /sign-in",
                "POST /sign-in",
                "GET /oauth2/authorize",
                "POST /oauth2/token",
                "OPTIONS /api/content/posts",
                "GET /nowhere")) {
            try (RawConnection connection = new RawConnection(port)) {
                assertThat(connection
                                .send("%s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
                                        .formatted(line, headers))
                                .answer())
                        .as(line)
                        .containsPattern("^HTTP/1.1 [234]");
            }
        }
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    void aBrowserMayListAsManyLanguagesAsAHeadHolds() {
        String[] many = {
            "Accept-Language",
            OddHeads.languages(11).replace("Accept-Language: ", "").strip()
        };
        assertThat(visitor.get("/sign-in", many).body()).contains("登录");
        assertThat(visitor.get("/api/content/posts", many).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /, Accept: application/xml, not-acceptable",
        "GET /, Expect: 200-ok, expectation-failed",
        "GET /shared/router.js, 'If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT', precondition-failed",
        "GET /api/content/a%2fb, X: y, malformed"
    })
    void aRefusalsTypeBelongsToItsStatus(String line, String header, String type) {
        assertThat(RawConnection.ask(port, line, header)).contains("\"urn:townhall:problem:" + type + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/identity/session", "/identity/registrations", "/identity/nowhere", "/nowhere", "/sign-in"})
    void whoAsksForAnotherSiteIsToldTheSame(String path) {
        HttpResponse<String> plain = visitor.send("OPTIONS", path, BodyPublishers.noBody());
        HttpResponse<String> preflight = visitor.send(
                "OPTIONS",
                path,
                BodyPublishers.noBody(),
                "Origin",
                "https://stranger.example",
                "Access-Control-Request-Method",
                "PUT");
        assertThat(preflight.statusCode()).isEqualTo(plain.statusCode());
        assertThat(preflight.headers().allValues("Allow"))
                .isEqualTo(plain.headers().allValues("Allow"));
    }

    @Test
    void aHeadThatGoesOnArrivingIsNotWaitedFor() {
        try (RawConnection slow = new RawConnection(port).send("GET / HTTP/1.1\r\nHost: localhost\r\n")) {
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> !slow.isSent("X: y\r\n"));
        }
    }
}
