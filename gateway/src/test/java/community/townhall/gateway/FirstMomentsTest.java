/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** A gateway answers from the first request that its server accepts; this one behind TLS. */
@Tag("database")
class FirstMomentsTest {

    @Test
    void what_is_accepted_first_is_answered_and_over_tls_cookies_are_held_to_this_host() {
        List<Integer> first = new CopyOnWriteArrayList<>();
        ApplicationListener<WebServerInitializedEvent> onceItListens = event -> {
            if (event.getApplicationContext().getServerNamespace() == null) {
                int port = event.getWebServer().getPort();
                for (int i = 0; i < 3; i++) {
                    first.add(new Visitor(port).get("/api/content/posts").statusCode());
                }
            }
        };
        try (ConfigurableApplicationContext gateway = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new RunningGateway())
                .listeners(onceItListens)
                .properties("townhall.security.public-address=https://community.example")
                .run()) {
            assertThat(first).containsExactly(200, 200, 200);

            String port = String.valueOf(gateway.getEnvironment().getProperty("local.server.port"));
            String begun = RawConnection.ask(Integer.parseInt(port), "GET /oauth2/authorization/townhall");
            assertThat(begun.lines().filter(line -> line.startsWith("Set-Cookie:")))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("Set-Cookie: __Host-")
                            .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                            .doesNotContain("Domain="));

            MockHttpServletResponse response = new MockHttpServletResponse();
            gateway.getBean(CookieSerializer.class)
                    .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "a-session"));
            assertThat(response.getHeader("Set-Cookie"))
                    .startsWith("__Host-TOWNHALL_SESSION=a-session")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .doesNotContain("Domain=");
        }
    }
}
