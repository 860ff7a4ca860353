/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts: registration, usernames and roles. */
class AccountsTest extends AgainstTheGateway {

    @Test
    void registrationNamesFieldAndRule() {
        assertRefused(Map.of("username", "a b", "password", "long enough 1", "displayName", "A"), "username", "form");
        assertRefused(
                Map.of("username", "operator", "password", "long enough 1", "displayName", "A"), "username", "taken");
        assertRefused(Map.of("username", "ada", "password", "short", "displayName", "A"), "password", "length");
        assertRefused(
                Map.of("username", "ada", "password", "my name is Ada!", "displayName", "A"),
                "password",
                "containsUsername");
        assertRefused(
                Map.of("username", "ada", "password", "long enough 1", "displayName", " "), "displayName", "length");
    }

    private void assertRefused(Map<String, String> registration, String field, String rule) {
        HttpResponse<String> response = visitor.post("/identity/registrations", registration);
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode error = Visitor.json(response).get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void usernamesAreUniqueWhateverTheirCase() {
        String name = newName();
        register(name, "first of that name");
        HttpResponse<String> second = visitor.post(
                "/identity/registrations",
                Map.of(
                        "username",
                        name.toUpperCase(java.util.Locale.ROOT),
                        "password",
                        "another one 12",
                        "displayName",
                        "B"));
        assertThat(second.statusCode()).isEqualTo(422);
    }

    @Test
    void rolesAreTheOperatorsToGive() {
        String name = newName();
        String id = register(name, "some password here");
        String path = "/identity/accounts/%s/roles".formatted(id);
        Map<String, List<String>> moderator = Map.of("roles", List.of("moderator"));
        Visitor browser = new Visitor(port);
        browser.signIn(name, "some password here");
        assertThat(browser.session().get("roles").toString()).isEqualTo("[\"member\"]");
        assertThat(visitor.put(path, moderator).statusCode()).isEqualTo(401);
        assertThat(visitor.put(path, moderator, "Authorization", "Bearer " + memberToken())
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.put(path, moderator, "Authorization", "Bearer " + operatorToken())
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.put(
                                path,
                                Map.of("roles", List.of("administrator")),
                                "Authorization",
                                "Bearer " + operatorToken())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.session().get("roles").toString())
                .as("the renewed token of a session that was there before")
                .isEqualTo("[\"member\",\"moderator\"]");
    }
}
