/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.test.OpenApiDocuments;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What the gateway shows of itself, and at which door. */
class FrontDoorTest extends AgainstTheGateway {

    @LocalManagementPort
    private int managementPort;

    @Test
    void answersCarrySecurityHeaders() {
        HttpResponse<String> response = visitor.get("/identity/session");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void theDocumentationListsAllServices() {
        assertThat(visitor.follow(visitor.get("/docs")).body()).contains("swagger-ui");
        String config = visitor.get("/identity/openapi/swagger-config").body();
        assertThat(config).contains("/api/content/openapi", "/api/rewards/openapi", "/identity/openapi");
        assertThat(visitor.get("/identity/openapi").body()).contains("/identity/registrations", "/identity/session");
    }

    @Test
    void itsOwnDocumentSaysWhatOneHasToKnow() {
        OpenApiDocuments.check(visitor.get("/identity/openapi").body());
    }

    @Test
    void theActuatorIsNotAtTheFrontDoor() {
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(404);
        visitor.get("/api/content/posts");
        Visitor operations = new Visitor(managementPort);
        assertThat(operations.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(operations.get("/actuator/prometheus").body())
                .contains("townhall_gateway_requests_seconds_count")
                .contains("route=\"content\"")
                .contains("resilience4j_circuitbreaker_state");
    }
}
