/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.security.SecurityProperties;
import community.townhall.kit.test.IndexedQueries;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * How tests see the gateway: from outside, with stubs for services, real accounts, real tokens. One gateway serves all
 * classes of tests, so that what configures it stands here.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = RunningGateway.class)
@ExtendWith(IndexedQueries.class)
@TestPropertySource(
        properties = {
            "townhall.gateway.connections=8",
            "townhall.gateway.connections-per-address=20",
            "townhall.gateway.streams.per-address=10",
            "townhall.gateway.body-limits.patience=1s",
            "townhall.gateway.edge.head=1s",
            "server.tomcat.connection-timeout=3s",
            "townhall.gateway.time-limits.moderation=300ms",
            "townhall.gateway.time-limits.engagement=300ms",
            "townhall.gateway.rate-limits.limits.few.per=member",
            "townhall.gateway.rate-limits.limits.few.requests=3",
            "townhall.gateway.rate-limits.limits.few.period=1h",
            "townhall.gateway.rate-limits.limits.few.paths=/api/content/few",
            "townhall.gateway.rate-limits.limits.much.per=member",
            "townhall.gateway.rate-limits.limits.much.kilobytes=8",
            "townhall.gateway.rate-limits.limits.much.period=1h",
            "townhall.gateway.rate-limits.limits.much.paths=/api/content/much",
            "townhall.gateway.rate-limits.limits.letters.requests=500", // all tests are one address
            "townhall.identity.access-token-lifetime=60s", // as long as renewal comes early: every request renews
            "townhall.gateway.cors.allowed-origins=https://friend.example",
            "resilience4j.circuitbreaker.instances.rewards.base-config=default",
            "resilience4j.circuitbreaker.instances.rewards.minimum-number-of-calls=4",
            "resilience4j.circuitbreaker.instances.rewards.sliding-window-size=4",
            "resilience4j.circuitbreaker.instances.rewards.wait-duration-in-open-state=1h"
        })
@Tag("database")
abstract class AgainstTheGateway {

    static final StubService SERVICES = RunningGateway.SERVICES;

    @Autowired
    SecurityProperties security;

    @Autowired
    CircuitBreakerRegistry breakers;

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void forgetOthers() {
        visitor = new Visitor(port);
        SERVICES.received.clear();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    String memberToken() {
        return visitor.scriptToken(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                "member",
                "member_id",
                UUID.randomUUID().toString()));
    }

    String operatorToken() {
        return visitor.scriptToken(Map.of("grant_type", "client_credentials", "scope", "operator"));
    }

    static String newName() {
        return "m" + UUID.randomUUID().toString().substring(0, 12);
    }

    String register(String username, String password) {
        HttpResponse<String> response = visitor.post(
                "/identity/registrations",
                Map.of("username", username, "password", password, "displayName", "Member " + username));
        assertThat(response.statusCode()).isEqualTo(201);
        return Visitor.json(response).get("memberId").asString();
    }
}
