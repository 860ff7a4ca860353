/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password12", "1234567890", "qwertyuiop", "1q2w3e4r5t", "iloveyou123", "Password123!", "letmein12345",
                "football123", "abcdefghij", "0987654321", "P@ssw0rd2024", "qwerty12345", "a123456789", "woaini1314",
                "5201314520", "admin12345", "welcome2024", "sunshine123", "changeme123", "qazwsxedcrfv"
            })
    void passwordsThatAreTriedFirstAreRefused(String password) {
        HttpResponse<String> refused = visitor.post(
                "/identity/registrations", Map.of("username", newName(), "password", password, "displayName", "A"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"password\"").contains("common");
    }

    @Test
    void aMemberChangesTheirPasswordAndEveryOtherBrowserIsSignedOut() {
        String name = newName();
        register(name, "some password here");
        Visitor here = new Visitor(port);
        here.signIn(name, "some password here");
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn(name, "some password here");
        JsonNode sessions = Visitor.json(here.get("/identity/account/sessions")).get("items");
        assertThat(sessions.size()).isEqualTo(2);

        Map<String, String> wrong = Map.of("currentPassword", "not this one", "newPassword", "another phrase 77");
        assertThat(here.put("/identity/account/password", wrong, here.csrf()).body())
                .contains("currentPassword");
        Map<String, String> same = Map.of("currentPassword", "some password here", "newPassword", "some password here");
        HttpResponse<String> unchanged = here.put("/identity/account/password", same, here.csrf());
        assertThat(unchanged.statusCode()).isEqualTo(422);
        assertThat(unchanged.body()).contains("\"field\":\"newPassword\"", "\"rule\":\"same\"");
        Map<String, String> right = Map.of("currentPassword", "some password here", "newPassword", "another phrase 77");
        assertThat(here.put("/identity/account/password", right, here.csrf()).statusCode())
                .isEqualTo(204);

        assertThat(here.session().get("signedIn").asBoolean()).isTrue();
        assertThat(elsewhere.session().get("signedIn").asBoolean()).isFalse();
        Visitor again = new Visitor(port);
        again.signIn(name, "some password here");
        assertThat(again.session().get("signedIn").asBoolean())
                .as("the old one")
                .isFalse();
        again.signIn(name, "another phrase 77");
        assertThat(again.session().get("signedIn").asBoolean())
                .as("the new one")
                .isTrue();
    }

    @Test
    void aMemberEndsOneOfTheirSessionsAndNobodyElses() {
        String name = newName();
        register(name, "some password here");
        Visitor here = new Visitor(port);
        here.signIn(name, "some password here");
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn(name, "some password here");
        String other = "";
        for (JsonNode session :
                Visitor.json(here.get("/identity/account/sessions")).get("items")) {
            other = session.get("current").asBoolean()
                    ? other
                    : session.get("id").asString();
        }
        String path = "/identity/account/sessions/" + other;
        assertThat(visitor.send("DELETE", path, BodyPublishers.noBody(), "Authorization", "Bearer " + memberToken())
                        .statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(here.send("DELETE", path, BodyPublishers.noBody(), here.csrf())
                        .statusCode())
                .isEqualTo(204);
        assertThat(elsewhere.session().get("signedIn").asBoolean()).isFalse();
        assertThat(here.session().get("signedIn").asBoolean()).isTrue();
    }

    @Test
    void aClosedAccountSignsNobodyInAndIsGivenNoRoles() {
        String name = newName();
        String id = register(name, "some password here");
        Visitor browser = new Visitor(port);
        browser.signIn(name, "some password here");
        assertThat(browser.post("/identity/account/closure", Map.of("currentPassword", "a wrong one"), browser.csrf())
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/identity/account/closure",
                                Map.of("currentPassword", "some password here"),
                                browser.csrf())
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.session().get("signedIn").asBoolean()).isFalse();
        browser.signIn(name, "some password here");
        assertThat(browser.session().get("signedIn").asBoolean()).isFalse();
        HttpResponse<String> given = visitor.put(
                "/identity/accounts/%s/roles".formatted(id),
                Map.of("roles", List.of("moderator")),
                "Authorization",
                "Bearer " + operatorToken());
        assertThat(given.statusCode()).isEqualTo(403);
        assertThat(given.body()).contains("\"closed\"");
        HttpResponse<String> token = visitor.requestToken(
                Map.of("grant_type", "client_credentials", "scope", "member", "member_id", id),
                RunningGateway.SCRIPT_SECRET);
        assertThat(token.statusCode()).as("nobody speaks for it").isEqualTo(400);
        assertThat(token.body()).contains("invalid_grant");
    }

    @Test
    void theLastOperatorStaysOne() {
        String token = visitor.scriptToken(
                Map.of("grant_type", "client_credentials", "scope", "operator", "member_id", "somebody-else"));
        String[] asOperator = {"Authorization", "Bearer " + token};
        String id = Visitor.json(visitor.get("/identity/accounts?username=operator", asOperator))
                .at("/items/0/id")
                .asString();
        String path = "/identity/accounts/" + id;

        HttpResponse<String> demoted = visitor.put(path + "/roles", Map.of("roles", List.of("moderator")), asOperator);
        HttpResponse<String> stopped = visitor.put(path + "/state", Map.of("state", "stopped"), asOperator);

        assertThat(demoted.statusCode()).isEqualTo(409);
        assertThat(stopped.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(stopped).get("title").asString()).isEqualTo("Last operator");
        JsonNode account = Visitor.json(visitor.get(path, asOperator));
        assertThat(account.get("state").asString()).isEqualTo("active");
        assertThat(account.get("roles").toString()).isEqualTo("[\"operator\"]");
    }

    @Test
    void anOperatorStopsUnlocksAndHelpsToANewPassword() {
        String name = newName();
        String id = register(name, "some password here");
        String[] asOperator = {"Authorization", "Bearer " + operatorToken()};
        String path = "/identity/accounts/" + id;
        Visitor browser = new Visitor(port);
        browser.signIn(name, "some password here");

        assertThat(visitor.put(path + "/state", Map.of("state", "stopped"), asOperator)
                        .body())
                .contains("\"stopped\"");
        assertThat(browser.session().get("signedIn").asBoolean())
                .as("signed out")
                .isFalse();
        browser.signIn(name, "some password here");
        assertThat(browser.session().get("signedIn").asBoolean()).as("kept out").isFalse();
        visitor.put(path + "/state", Map.of("state", "active"), asOperator);

        Visitor guesser = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            guesser.signIn(name, "a wrong password");
        }
        guesser.signIn(name, "some password here");
        assertThat(guesser.session().get("signedIn").asBoolean())
                .as("locked there")
                .isFalse();
        browser.signIn(name, "some password here");
        assertThat(browser.session().get("signedIn").asBoolean())
                .as("not to a browser that is known")
                .isTrue();
        assertThat(Instant.parse(Visitor.json(visitor.get(path, asOperator))
                        .get("lockedUntil")
                        .asString()))
                .isBetween(Instant.now(), Instant.now().plusSeconds(30));
        assertThat(visitor.send("DELETE", path + "/lock", BodyPublishers.noBody(), asOperator)
                        .statusCode())
                .isEqualTo(204);
        assertThat(Visitor.json(visitor.get(path, asOperator)).has("lockedUntil"))
                .as("open to all")
                .isFalse();
        guesser.signIn(name, "some password here");
        assertThat(guesser.session().get("signedIn").asBoolean()).as("unlocked").isTrue();

        HttpResponse<String> made = visitor.post(path + "/password-link", Map.of(), asOperator);
        assertThat(made.statusCode()).isEqualTo(201);
        String url = Visitor.json(made).get("url").asString();
        Map<String, String> redemption =
                Map.of("secret", url.substring(url.lastIndexOf('/') + 1), "newPassword", "a phrase by the link");
        assertThat(visitor.post("/identity/password-resets", redemption).statusCode())
                .isEqualTo(204);
        assertThat(visitor.post("/identity/password-resets", redemption).statusCode())
                .as("it works once")
                .isEqualTo(422);
        browser.signIn(name, "a phrase by the link");
        assertThat(browser.session().get("signedIn").asBoolean()).isTrue();
    }

    @Test
    void accountsAreListedByTheBeginningOfTheirNames() {
        String beginning = newName();
        String first = beginning + "-a";
        String second = beginning + "-b";
        register(first, "some password here");
        register(second, "some password here");
        String[] asOperator = {"Authorization", "Bearer " + operatorToken()};
        String path = "/identity/accounts?beginning=" + beginning + "&limit=1";
        JsonNode page = Visitor.json(visitor.get(path, asOperator));
        assertThat(page.at("/items/0/username").asString()).isEqualTo(first);
        JsonNode next =
                Visitor.json(visitor.get(path + "&cursor=" + page.get("next").asString(), asOperator));
        assertThat(next.at("/items/0/username").asString()).isEqualTo(second);
        assertThat(next.hasNonNull("next")).isFalse();
        assertThat(visitor.get(path, "Authorization", "Bearer " + memberToken()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatAnOperatorDoesIsOnRecord() {
        String id = register(newName(), "some password here");
        String[] asOperator = {"Authorization", "Bearer " + operatorToken()};
        visitor.put("/identity/accounts/%s/roles".formatted(id), Map.of("roles", List.of("moderator")), asOperator);
        visitor.put("/identity/accounts/%s/roles".formatted(id), Map.of("roles", List.of("nobody")), asOperator);

        JsonNode acts = Visitor.json(visitor.get("/identity/acts", asOperator)).get("items");

        assertThat(acts.get(1).get("act").asString()).isEqualTo("PUT /identity/accounts/%s/roles".formatted(id));
        assertThat(acts.get(1).get("said").asString()).isEqualTo("{\"roles\":[\"moderator\"]}");
        assertThat(acts.get(1).get("status").asInt()).isEqualTo(200);
        assertThat(acts.get(1).get("by").asString()).isNotEmpty();
        assertThat(acts.get(0).get("status").asInt()).as("what was refused").isEqualTo(422);
    }
}
