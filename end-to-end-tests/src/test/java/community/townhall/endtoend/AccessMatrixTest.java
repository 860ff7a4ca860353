/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint that a service or the gateway documents, against every role, at the gateway and at the service itself. Who may call
 * what stands in {@code access.txt}; an endpoint that is not in it fails.
 */
class AccessMatrixTest {

    /** By the address of what they document. The gateway's own have one door only. */
    static final Map<String, String> DOCUMENTS = Map.of(
            "content", "/api/content/openapi",
            "engagement", "/api/engagement/openapi",
            "moderation", "/api/moderation/openapi",
            "rewards", "/api/rewards/openapi",
            "gateway", "/identity/openapi");

    private static final List<String> ROLES = List.of("anonymous", "member", "moderator", "operator");
    private static final Townhall TOWNHALL = Townhall.running();

    record Endpoint(String service, String method, String path) {

        String key() {
            return method + " " + path;
        }

        /** Nothing has such an id: who may call is told apart from whether there is anything to answer with. */
        String callable() {
            return path.replace("{type}", "post")
                    .replace("{targetType}", "post")
                    .replace("{period}", "day")
                    .replaceAll("\\{[^}]+}", "no-such-thing");
        }
    }

    static Stream<Arguments> endpointsAndRoles() throws IOException {
        return documented().stream()
                .filter(endpoint -> !endpoint.path().endsWith("/stream"))
                .flatMap(endpoint -> ROLES.stream().map(role -> Arguments.of(endpoint, role)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("endpointsAndRoles")
    void an_endpoint_lets_in_whom_it_should_and_nobody_else(Endpoint endpoint, String role) throws IOException {
        String needed =
                Objects.requireNonNull(access().get(endpoint.key()), () -> endpoint.key() + " is not in access.txt");
        Client client = role.equals("anonymous") ? TOWNHALL.anonymous() : TOWNHALL.as(role, "matrix-" + role);
        boolean allowed = ROLES.indexOf(role) >= ROLES.indexOf(needed.equals("public") ? "anonymous" : needed);

        List<Client> doors = endpoint.service().equals("gateway")
                ? List.of(client)
                : List.of(client, client.at(TOWNHALL.serviceUrl(endpoint.service())));
        for (Client each : doors) {
            int status = each.send(endpoint.method(), endpoint.callable(), Map.of(), null)
                    .status();
            if (allowed) {
                assertThat(status)
                        .as("%s at %s", endpoint, each.base())
                        .isNotIn(401, 403)
                        .isLessThan(500);
            } else {
                assertThat(status)
                        .as("%s at %s", endpoint, each.base())
                        .isEqualTo(role.equals("anonymous") ? 401 : 403);
            }
        }
    }

    @Test
    void the_list_names_no_endpoint_that_does_not_exist() throws IOException {
        List<String> documented = documented().stream().map(Endpoint::key).toList();

        assertThat(new TreeSet<>(access().keySet())).isEqualTo(new TreeSet<>(documented));
    }

    static List<Endpoint> documented() {
        List<Endpoint> endpoints = new ArrayList<>();
        DOCUMENTS.forEach((service, address) -> {
            JsonNode paths =
                    TOWNHALL.anonymous().get(address).expect(200).body().path("paths");
            paths.properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation -> endpoints.add(new Endpoint(
                                    service, operation.getKey().toUpperCase(Locale.ROOT), path.getKey()))));
        });
        assertThat(endpoints).hasSizeGreaterThan(40);
        return endpoints;
    }

    /** The needed role by endpoint. */
    private static Map<String, String> access() throws IOException {
        Map<String, String> access = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(AccessMatrixTest.class.getResourceAsStream("/access.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.strip().split("\\s+");
                    access.put(parts[1] + " " + parts[2], parts[0]);
                }
            }
        }
        return access;
    }
}
