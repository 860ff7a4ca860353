/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes between a caller and a service, and what does not. */
class RoutingTest extends AgainstTheGateway {

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
    void anEmptyBodyIsStillOfTheTypeThatItsSenderNames() {
        try (RawConnection connection = new RawConnection(port)) {
            connection
                    .send("POST /api/content/posts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + memberToken()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .answer();
        }

        assertThat(SERVICES.last().headers())
                .hasEntrySatisfying("content-type", type -> assertThat(type).startsWith("application/json"));
        assertThat(SERVICES.last().body()).isEmpty();
    }

    /** Else twenty such requests would make the circuit breaker take the service for broken. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", ""})
    void whatAsksForOptionsReachesItsServiceWhateverItBringsAlong(String type) {
        String[] headers = type.isEmpty() ? new String[0] : new String[] {"Content-Type", type};

        HttpResponse<String> response =
                visitor.send("OPTIONS", "/api/content/posts", BodyPublishers.ofString("{}"), headers);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    /** It is refused for what it is, and not for want of a token. */
    @Test
    void aMethodThatNobodyKnowsIsRefusedAsThat() {
        HttpResponse<String> response =
                visitor.send("QUERY", "/.well-known/oauth-protected-resource", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(405);
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
}
