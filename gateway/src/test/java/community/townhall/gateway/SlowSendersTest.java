/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who sends slowly keeps nobody waiting but themselves. */
class SlowSendersTest extends AgainstTheGateway {

    private static final String SLOW_POST = """
            POST /api/content/posts HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 5000\r
            \r
            {""";

    @Test
    void aBodyThatDoesNotArriveTakesNoConnectionToAService() {
        List<RawConnection> slow = Stream.generate(() -> new RawConnection(port).send(SLOW_POST))
                .limit(12) // there are eight connections
                .toList();
        try {
            assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
            assertThat(visitor.post("/api/content/posts", Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(SERVICES.received).hasSize(2);
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    void whoSharesAnAddressWithManySlowSendersIsHeardAllTheSame() {
        List<RawConnection> slow = Stream.generate(() -> new RawConnection(port).send(SLOW_POST))
                .limit(45)
                .toList();
        try {
            assertThat(visitor.post("/api/content/posts", Map.of()).statusCode())
                    .isEqualTo(200);
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    void aBodyHasATimeToArriveInHoweverOftenAByteOfItComes() {
        try (RawConnection slow = new RawConnection(port).send(SLOW_POST)) {
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> !slow.isSent(" "));
        }
        try (RawConnection slow = new RawConnection(port).send(SLOW_POST)) {
            await().pollDelay(Duration.ofMillis(1200)).until(() -> slow.isSent(" "));
            assertThat(slow.answer())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json")
                    .contains("urn:townhall:problem:too-slow");
        }
        assertThat(SERVICES.received).isEmpty();
    }

    @Test
    void aFormOfUnannouncedLengthIsReadToo() {
        String credentials = Base64.getEncoder()
                .encodeToString(("townhall-cli:" + RunningGateway.SCRIPT_SECRET.replace(" ", "+"))
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> token = visitor.send(
                "POST",
                "/oauth2/token",
                BodyPublishers.ofByteArrays(
                        List.of("grant_type=client_credentials&scope=member".getBytes(StandardCharsets.UTF_8))),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + credentials);
        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
    }
}
