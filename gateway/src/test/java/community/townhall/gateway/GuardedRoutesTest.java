/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers are told when a service is slow, busy, broken or away. */
class GuardedRoutesTest extends AgainstTheGateway {

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
    void aServiceThatDiesWithinItsAnswerHasNotAnswered() {
        HttpResponse<String> written = visitor.post("/api/content/break-off", Map.of());
        assertThat(written.statusCode()).isEqualTo(503);
        assertThat(written.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Visitor.json(written).get("type").asString()).isEqualTo("urn:townhall:problem:unavailable");
        assertThat(SERVICES.received).as("a write is not tried again").hasSize(1);
        SERVICES.received.clear();

        assertThat(visitor.get("/api/content/break-off").statusCode()).isEqualTo(503);
        assertThat(SERVICES.received).hasSize(2);
    }

    @Test
    void anAnswerOfWhichMuchHasBeenPassedOnBreaksOffWithItsService() {
        assertThatThrownBy(() -> visitor.get("/api/content/break-off-late")).hasRootCauseInstanceOf(IOException.class);
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
}
