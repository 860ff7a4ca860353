/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A token that is revoked stops, and what it says of a member is soon what is so. */
class RevocationTest extends AgainstTheGateway {

    @Test
    void aRevokedScriptsTokenStopsAndIntrospectionSaysSo() {
        String token = memberToken();
        String other = memberToken();
        assertThat(introspect(token).get("active").asBoolean()).isTrue();
        assertThat(introspect(token).get("client_id").asString()).isEqualTo("townhall-cli");
        assertThat(asClient("/oauth2/revoke", token).statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(statusWith(token)).isEqualTo(401));
        assertThat(introspect(token).get("active").asBoolean()).isFalse();
        assertThat(statusWith(other)).isEqualTo(200);
        assertThat(introspect(other).get("active").asBoolean()).isTrue();
        assertThat(introspect("nonsense").get("active").asBoolean()).isFalse();
        assertThat(visitor.get("/oauth2/revocations").body())
                .contains("\"tokens\":[\"")
                .doesNotContain(token);
    }

    @Test
    void aChangeOfRolesIsInTheNextRequestOfABrowser() {
        String name = newName();
        String id = register(name, "open sesame, please");
        visitor.signIn(name, "open sesame, please");
        assertThat(roles()).containsExactly("member");
        setRoles(id, "moderator");
        await().untilAsserted(() -> assertThat(roles()).containsExactly("member", "moderator"));
        setRoles(id, "member");
        await().untilAsserted(() -> assertThat(roles()).containsExactly("member"));
        assertThat(visitor.session().get("signedIn").asBoolean()).isTrue();
    }

    @Test
    void aScriptsTokenForAMemberEndsWhenTheMembersRolesChange() {
        String id = register(newName(), "open sesame, please");
        String before =
                visitor.scriptToken(Map.of("grant_type", "client_credentials", "scope", "member", "member_id", id));
        assertThat(statusWith(before)).isEqualTo(200);
        setRoles(id, "moderator");
        await().untilAsserted(() -> assertThat(statusWith(before)).isEqualTo(401));
        String after =
                visitor.scriptToken(Map.of("grant_type", "client_credentials", "scope", "member", "member_id", id));
        assertThat(statusWith(after)).isEqualTo(200);
    }

    private List<String> roles() {
        return visitor.session()
                .get("roles")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void setRoles(String id, String role) {
        HttpResponse<String> done = new Visitor(port)
                .put(
                        "/identity/accounts/" + id + "/roles",
                        Map.of("roles", List.of(role)),
                        "Authorization",
                        "Bearer " + operatorToken());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private int statusWith(String token) {
        return visitor.get("/api/content/posts", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private JsonNode introspect(String token) {
        return Visitor.json(asClient("/oauth2/introspect", token));
    }

    private HttpResponse<String> asClient(String path, String token) {
        String credentials = Base64.getEncoder()
                .encodeToString(("townhall-cli:" + RunningGateway.SCRIPT_SECRET.replace(" ", "+"))
                        .getBytes(StandardCharsets.UTF_8));
        return visitor.form(path, Map.of("token", token), "Authorization", "Basic " + credentials);
    }
}
