/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How large a request may be, and how many there may be of them. */
class LimitsTest extends AgainstTheGateway {

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "x".repeat(800 * 1024);
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
    void theLongestTextPassesAlsoWithEachOfItsCharactersEscaped() {
        String escaped = "{\"text\":\"" + "\\uD83D\\uDE00".repeat(60_000) + "\"}";

        HttpResponse<String> passed = visitor.send(
                "POST",
                "/api/content/posts",
                BodyPublishers.ofString(escaped),
                "Authorization",
                "Bearer " + memberToken(),
                "Content-Type",
                "application/json");

        assertThat(passed.statusCode()).isEqualTo(200);
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
    void soDoesWhoWritesTooMuchAtOnceInHoweverFewRequests() {
        String token = memberToken();
        String text = "{\"text\":\"" + "x".repeat(3000) + "\"}";
        assertThat(sent(text, token).statusCode()).isEqualTo(200);
        assertThat(sent(text, token).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = sent(text, token);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Visitor.json(refused).get("detail").asString()).startsWith("Too much sent within a short time");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 900L);
        assertThat(sent("{}", token).statusCode()).as("there is room for less").isEqualTo(200);
        assertThat(sent(text, memberToken()).statusCode()).as("another member").isEqualTo(200);
    }

    private HttpResponse<String> sent(String json, String token) {
        return visitor.send(
                "POST",
                "/api/content/much",
                BodyPublishers.ofString(json),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }
}
