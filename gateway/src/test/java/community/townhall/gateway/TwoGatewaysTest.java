/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.test.CuttableProxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Gateways behind one door that share a store: none of them is missed by anybody who is signed in. */
@Tag("database")
class TwoGatewaysTest {

    private static final CuttableProxy DOOR = CuttableProxy.open();
    private static final Map<String, String> OPERATOR =
            Map.of("grant_type", "client_credentials", "scope", "operator", "member_id", "operator-1");
    private static final String DATABASE = "test-" + UUID.randomUUID();

    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    private final Visitor visitor = new Visitor(DOOR.port());
    private boolean atTheFirst = true;

    @BeforeAll
    static void start() {
        first = gateway();
        second = gateway();
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @Test
    void eachStepOfASignInMayBeAtAnother() {
        signInAtBoth();
        for (int i = 0; i < 4; i++) {
            switchOver();
            assertThat(visitor.session().get("signedIn").asBoolean()).isTrue();
            assertThat(visitor.post("/api/content/posts", Map.of(), visitor.csrf())
                            .statusCode())
                    .isEqualTo(200);
        }
        leadTo(first);
        visitor.send("POST", "/sign-out", java.net.http.HttpRequest.BodyPublishers.noBody(), visitor.csrf());
        leadTo(second);
        assertThat(visitor.session().get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void aRestartSignsNobodyOut() {
        signInAtBoth();
        second.close();
        second = gateway();
        leadTo(second);
        assertThat(visitor.session().get("signedIn").asBoolean()).isTrue();
        assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
        assertThat(RunningGateway.SERVICES.last().headers()).containsKey("authorization");
    }

    @Test
    void aRotatedSigningKeySignsNobodyOut() {
        signInAtBoth();
        leadTo(first);
        String before = visitor.scriptToken(OPERATOR);
        String former = keyOf(before);
        HttpResponse<String> made =
                visitor.post("/identity/signing-keys", Map.of(), "Authorization", "Bearer " + before);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains(former).doesNotContain("\"d\"");

        for (ConfigurableApplicationContext gateway : List.of(first, second)) {
            leadTo(gateway);
            await().until(() -> !keyOf(visitor.scriptToken(OPERATOR)).equals(former));
        }
        String after = visitor.scriptToken(OPERATOR);
        for (ConfigurableApplicationContext gateway : List.of(first, second)) {
            leadTo(gateway);
            for (String token : List.of(before, after)) {
                assertThat(visitor.get("/identity/signing-keys", "Authorization", "Bearer " + token)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(visitor.get("/oauth2/jwks").body())
                    .contains(former, keyOf(after))
                    .doesNotContain("\"d\"");
            assertThat(visitor.session().get("signedIn").asBoolean()).isTrue();
            assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
            assertThat(RunningGateway.SERVICES.last().headers()).containsKey("authorization");
        }
    }

    private static String keyOf(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
        return new JsonMapper().readTree(header).get("kid").asString();
    }

    private void signInAtBoth() {
        leadTo(first);
        String name = AgainstTheGateway.newName();
        visitor.post(
                "/identity/registrations",
                Map.of("username", name, "password", "open sesame, please", "displayName", "Member " + name));
        visitor.beforeEachHop = this::switchOver;
        assertThat(visitor.signIn(name, "open sesame, please").uri())
                .hasPath("/")
                .hasNoQuery();
    }

    private void switchOver() {
        leadTo(atTheFirst ? second : first);
    }

    private void leadTo(ConfigurableApplicationContext gateway) {
        atTheFirst = gateway == first;
        int port =
                Integer.parseInt(Objects.requireNonNull(gateway.getEnvironment().getProperty("local.server.port")));
        DOOR.forwardTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        visitor.reconnect();
    }

    private static ConfigurableApplicationContext gateway() {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new RunningGateway(DOOR.port(), DATABASE))
                // As long as renewal comes early: every request renews.
                .properties("townhall.identity.access-token-lifetime=60s", "townhall.identity.signing-key-lead=1s")
                .run();
    }
}
