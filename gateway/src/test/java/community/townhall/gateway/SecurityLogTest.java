/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import community.townhall.kit.security.AccessTokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A line about a refusal says whose request it was. */
class SecurityLogTest extends AgainstTheGateway {

    private final Logger logger = (Logger) LoggerFactory.getLogger("security");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void aMemberWithATokenIsNamed() {
        String token = memberToken();
        String id = subjectOf(token);
        assertThat(visitor.put(
                                "/identity/accounts/" + id + "/roles",
                                Map.of("roles", List.of("operator")),
                                "Authorization",
                                "Bearer " + token)
                        .statusCode())
                .isEqualTo(403);
        awaitRefusal(id, 403);
    }

    @Test
    void aMemberWithASessionIsNamed() {
        String name = newName();
        String id = register(name, "open sesame, please");
        visitor.signIn(name, "open sesame, please");
        assertThat(visitor.post("/api/content/posts", Map.of()).statusCode()).isEqualTo(403);
        awaitRefusal(id, 403);
        assertThat(visitor.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        await().untilAsserted(() -> assertThat(refusals())
                .anyMatch(line -> line.contains("account=" + id + " ") && line.contains("path=/sign-out")));
    }

    @Test
    void aMemberWhoAsksTooMuchIsNamedOnce() {
        String token = memberToken();
        String id = subjectOf(token);
        for (int i = 0; i < 8; i++) {
            visitor.get("/api/content/few", "Authorization", "Bearer " + token);
        }
        awaitRefusal(id, 429);
        assertThat(refusals()).filteredOn(line -> line.contains(id)).hasSize(1);
    }

    @Test
    void whoShowsNoGoodTokenIsNobody() {
        visitor.get("/api/content/posts", "Authorization", "Bearer nonsense");
        awaitRefusal("unknown", 401);
    }

    private String subjectOf(String token) {
        return Objects.requireNonNull(
                AccessTokens.decoder(security).decode(token).getSubject());
    }

    /** The line is written when the answer is on its way already. */
    private void awaitRefusal(String account, int status) {
        await().untilAsserted(() -> assertThat(refusals())
                .anyMatch(line -> line.contains("account=" + account + " ") && line.endsWith("status=" + status)));
    }

    private List<String> refusals() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("event=refused "))
                .toList();
    }
}
