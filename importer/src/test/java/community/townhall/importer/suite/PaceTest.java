/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a suite of which each service has a quarter of what is left to do. */
class PaceTest {

    private static final int SERVICES = 4;

    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private IntUnaryOperator change = events -> events;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int before = asked.getAndIncrement() % SERVICES == 0 ? left.getAndUpdate(change) : left.get();
            byte[] flow = "{\"outboxPending\":%d,\"consumerLag\":0}"
                    .formatted(before / SERVICES)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, flow.length);
            exchange.getResponseBody().write(flow);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_there_is_room_for_goes_without_asking_again() {
        Pace pace = pace(Duration.ofSeconds(10));

        for (int batch = 0; batch < 10; batch++) {
            pace.keep(50, () -> "sent");
        }

        assertThat(asked).hasValue(SERVICES);
        pace.keep(50, () -> "sent");
        assertThat(asked).as("then it has to ask").hasValue(2 * SERVICES);
    }

    @Test
    void nothing_is_sent_until_the_suite_has_caught_up() {
        left.set(3200);
        change = events -> Math.max(0, events - 1000);

        int leftWhenSent = pace(Duration.ofSeconds(10)).keep(50, left::get);

        assertThat(leftWhenSent).isLessThan(500);
    }

    @Test
    void what_is_on_its_way_counts_as_not_dealt_with() {
        Pace pace = pace(Duration.ZERO);

        assertThatThrownBy(() -> pace.keep(500, () -> pace.keep(1, () -> "sent")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pace.keep(1, () -> "sent")).isEqualTo("sent");
    }

    @Test
    void a_suite_that_never_catches_up_ends_the_import_with_a_word() {
        left.set(600);

        assertThatThrownBy(() -> pace(Duration.ZERO).keep(1, () -> "sent"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The suite does not keep up: 600 events are left");
    }

    private Pace pace(Duration limit) {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
        return new Pace(new Suite(HttpClient.newHttpClient(), uri, () -> "token", Duration.ofSeconds(5)), 500, limit);
    }
}
