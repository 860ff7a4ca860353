/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Streams of events last for hours: they take nothing that others need, and end with who reads them. */
class StreamsTest extends AgainstTheGateway {

    private static final String STREAM = "/api/engagement/notifications/stream";

    @Test
    void streamsTakeNoConnectionFromOtherRequestsAndEndWithTheirReaders() {
        List<RawConnection> readers = Stream.generate(() -> open(memberToken()))
                .limit(10) // there are eight connections for requests
                .toList();
        assertThat(SERVICES.streams).hasValue(10);
        assertThat(visitor.get("/api/engagement/comments").statusCode()).isEqualTo(200);
        assertThat(visitor.get(STREAM, "Authorization", "Bearer " + memberToken())
                        .statusCode())
                .as("all there may be from one address are open")
                .isEqualTo(429);
        readers.forEach(RawConnection::close);
        signsOfLifeUntilTheStreamsAreOver();
        try (RawConnection again = open(memberToken())) {
            assertThat(SERVICES.streams).hasValue(1);
            SERVICES.events.add("end");
        }
    }

    @Test
    void aMemberHasSoManyStreams() {
        String token = memberToken();
        List<RawConnection> open = Stream.generate(() -> open(token)).limit(8).toList();
        HttpResponse<String> oneMore = visitor.get(STREAM, "Authorization", "Bearer " + token);
        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
        open.forEach(RawConnection::close);
        signsOfLifeUntilTheStreamsAreOver();
    }

    private static void signsOfLifeUntilTheStreamsAreOver() {
        await().untilAsserted(() -> {
            SERVICES.events.addAll(Collections.nCopies(10, "a sign of life"));
            assertThat(SERVICES.streams).hasValue(0);
        });
        SERVICES.events.clear();
    }

    private RawConnection open(String token) {
        RawConnection reader = new RawConnection(port)
                .send("GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(STREAM, port, token));
        assertThat(reader.answerUpTo(": open\n\n")).startsWith("HTTP/1.1 200 ");
        return reader;
    }
}
