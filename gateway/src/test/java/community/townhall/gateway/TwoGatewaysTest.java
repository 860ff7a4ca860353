/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.test.CuttableProxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Gateways behind one door that share a store: none of them is missed by anybody who is signed in. */
@Tag("database")
class TwoGatewaysTest {

    private static final CuttableProxy DOOR = CuttableProxy.open();
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
                .properties("townhall.identity.access-token-lifetime=60s")
                .run();
    }
}
