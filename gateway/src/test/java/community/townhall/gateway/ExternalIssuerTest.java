/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.test.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Another issuer by configuration alone: its tokens count, and the built-in server is gone. */
@Tag("database")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = RunningGateway.class)
@Import(TestTokens.Configuration.class)
@TestPropertySource(properties = "townhall.identity.issuer=http://127.0.0.1:9/absent")
class ExternalIssuerTest {

    @LocalServerPort
    private int port;

    @Test
    void itsTokensCountThoughItIsAway() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/api/content/posts", "Authorization", "Bearer " + TestTokens.member("m-1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.session("Authorization", "Bearer " + TestTokens.moderator("m-2"))
                        .get("memberId")
                        .asString())
                .isEqualTo("m-2");
    }

    @Test
    void nothingOfTheBuiltInServerIsThere() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.session().get("registration").asBoolean()).isFalse();
        assertThat(visitor.post("/identity/registrations", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/oauth2/jwks").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(404);
    }
}
