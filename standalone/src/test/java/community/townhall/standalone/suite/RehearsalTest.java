/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.townhall.standalone.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rehearsal with a suite whose services hear late of one another. */
class RehearsalTest {

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer suite;
    private int refusedFirst;

    RehearsalTest() throws IOException {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        suite.createContext("/", this::answer);
        suite.start();
    }

    @AfterEach
    void stop() {
        suite.stop(0);
        http.close();
    }

    @Test
    void waitsForWhatFollowsByEvent() throws InterruptedException {
        refusedFirst = 2;
        rehearse(Duration.ofMinutes(1));
        assertThat(asked)
                .containsEntry("POST /api/engagement/comments", 3)
                .containsEntry("PUT /api/engagement/reactions/post/p/up", 2 + 2)
                .containsEntry("GET /api/rewards/accounts/me", 3);
    }

    @Test
    void doesNotWaitForEver() {
        refusedFirst = Integer.MAX_VALUE;
        assertThatThrownBy(() -> rehearse(Duration.ofMillis(200)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("POST /api/engagement/comments: 404");
    }

    private void rehearse(Duration longest) throws InterruptedException {
        String url = "http://127.0.0.1:" + suite.getAddress().getPort();
        new Rehearsal(http, url, new Tokens(http, url, "secret"), longest).play(1, 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int times = asked.merge(exchange.getRequestMethod() + " " + path, 1, Integer::sum);
        boolean isThere =
                !path.startsWith("/api/engagement") && !path.startsWith("/api/rewards") || times > refusedFirst;
        byte[] body = "{\"access_token\":\"t\",\"id\":\"p\",\"state\":\"PUBLISHED\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(isThere ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
