/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.security.AccessTokens;
import java.io.InputStream;
import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;

/** Browsers: sign-in, the session that follows, and what other sites may do. */
class SessionsTest extends AgainstTheGateway {

    @Autowired
    private MongoOperations mongo;

    @Test
    void aBrowserSignsInAndTheTokenStaysHere() {
        String name = newName();
        String id = register(name, "open sesame, please");
        HttpResponse<String> end = visitor.signIn(name, "open sesame, please");
        assertThat(end.uri()).hasPath("/").hasNoQuery();
        JsonNode session = visitor.session();
        assertThat(session.get("signedIn").asBoolean()).isTrue();
        assertThat(session.get("memberId").asString()).isEqualTo(id);
        assertThat(session.get("name").asString()).isEqualTo("Member " + name);
        assertThat(session.toString()).doesNotContain("eyJ");

        assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
        String relayed = requireNonNull(SERVICES.last().headers().get("authorization"));
        Jwt jwt = AccessTokens.decoder(security).decode(relayed.substring("Bearer ".length()));
        assertThat(jwt.getSubject()).isEqualTo(id);
        assertThat(SERVICES.last().headers()).doesNotContainKey("cookie");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> response = visitor.get("/oauth2/authorization/townhall");
        assertThat(response.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("TOWNHALL_SIGN_IN=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Max-Age=600"));
        String name = newName();
        register(name, "open sesame, please");
        visitor.signIn(name, "open sesame, please");
        assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(visitor.cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals("TOWNHALL_SESSION"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.isHttpOnly()).isTrue());
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .contains("code_challenge_method=S256")
                .contains("code_challenge=");
    }

    @Test
    void aBrowsersWriteNeedsTheTokenOfOurPages() {
        String name = newName();
        register(name, "a fine password 1");
        visitor.signIn(name, "a fine password 1");
        assertThat(visitor.post("/api/content/posts", Map.of()).statusCode()).isEqualTo(403);
        assertThat(SERVICES.received).isEmpty();
        assertThat(visitor.post("/api/content/posts", Map.of(), visitor.csrf()).statusCode())
                .isEqualTo(200);
        SERVICES.received.clear();
        assertThat(visitor.send("POST", "/sign-out", BodyPublishers.noBody()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.send("POST", "/sign-out", BodyPublishers.noBody(), visitor.csrf())
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.session().get("signedIn").asBoolean()).isFalse();
        assertThat(visitor.get("/api/content/posts").statusCode()).isEqualTo(200);
        assertThat(SERVICES.last().headers()).doesNotContainKey("authorization");
    }

    @Test
    void aWrongPasswordLeadsBackToTheFormAndTooManyCloseTheAccount() {
        String name = newName();
        register(name, "the right password");
        HttpResponse<String> wrong = visitor.signIn(name, "the wrong password");
        assertThat(wrong.uri().toString()).endsWith("/sign-in?failed");
        assertThat(wrong.body()).contains("role=\"alert\"");
        for (int i = 0; i < 4; i++) {
            assertThat(new Visitor(port).signIn(name, "the wrong password").body())
                    .contains("role=\"alert\"");
        }
        Visitor late = new Visitor(port);
        assertThat(late.signIn(name, "the right password").body()).contains("role=\"alert\"");
        assertThat(late.session().get("signedIn").asBoolean()).isFalse();
    }

    @Test
    void whatPrecedesASignInIsKeptByTheBrowserAlone() {
        long before = mongo.getCollection("sessions").countDocuments();
        for (int i = 0; i < 20; i++) {
            Visitor stranger = new Visitor(port);
            stranger.get("/oauth2/authorization/townhall");
            stranger.follow(stranger.get("/oauth2/authorize?client_id=townhall&response_type=code"));
            stranger.signIn("nobody-" + i, "a wrong password");
            assertThat(stranger.cookies.getCookieStore().getCookies())
                    .extracting(HttpCookie::getName)
                    .doesNotContain("TOWNHALL_SESSION");
        }
        assertThat(mongo.getCollection("sessions").countDocuments()).isEqualTo(before);
    }

    @Test
    void aStolenOrForeignBeginningOfASignInIsWorthNothing() {
        HttpResponse<String> begun = visitor.get("/oauth2/authorization/townhall");
        String state = begun.headers().firstValue("Location").orElseThrow().replaceAll(".*[?&]state=([^&]+).*", "$1");
        HttpResponse<String> answer = new Visitor(port).get("/login/oauth2/code/townhall?code=x&state=" + state);
        assertThat(answer.headers().firstValue("Location")).hasValue("/?sign-in=failed");
        HttpResponse<String> otherState = visitor.get("/login/oauth2/code/townhall?code=x&state=other");
        assertThat(otherState.headers().firstValue("Location")).hasValue("/?sign-in=failed");
    }

    @Test
    void aSessionThatHasEndedStaysEndedThoughAStreamStillRuns() throws Exception {
        String name = newName();
        register(name, "open sesame, please");
        visitor.signIn(name, "open sesame, please");
        HttpResponse<InputStream> stream = visitor.open("/api/engagement/notifications/stream");
        try (InputStream events = stream.body()) {
            assertThat(events.read()).isEqualTo(':');
            List<HttpCookie> cookies =
                    List.copyOf(visitor.cookies.getCookieStore().getCookies());
            visitor.send("POST", "/sign-out", BodyPublishers.noBody(), visitor.csrf());
            SERVICES.events.add("end");
            events.readAllBytes();
            cookies.forEach(cookie -> visitor.cookies.getCookieStore().add(null, cookie));
            assertThat(visitor.session().get("signedIn").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN,zh;q=0.9", "en-GB"})
    void theFormSpeaksTheReadersLanguage(String language) {
        String page = visitor.get("/sign-in", "Accept-Language", language).body();
        assertThat(page).contains(language.startsWith("zh") ? "登录" : "Sign in");
    }

    @Test
    void onlyInvitedSitesMayCall() {
        String[] origin = {"Origin", "https://friend.example"};
        assertThat(visitor.get("/api/content/posts", origin).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://friend.example");
        assertThat(visitor.get("/api/content/posts", "Origin", "https://stranger.example")
                        .statusCode())
                .isEqualTo(403);
    }
}
