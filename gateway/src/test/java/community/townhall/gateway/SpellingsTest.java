/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path has many spellings and one meaning: no limit is passed by another one. */
class SpellingsTest extends AgainstTheGateway {

    @Test
    void aLimitCountsAPathHoweverItIsSpelt() {
        String token = "Authorization: Bearer " + memberToken();
        List<String> spellings = List.of("few", "%66ew", "f%65w", "fe%77", "%66%65%77");
        for (int i = 0; i < spellings.size(); i++) {
            assertThat(RawConnection.ask(port, "GET /api/content/" + spellings.get(i), token))
                    .as(spellings.get(i))
                    .startsWith(i < 3 ? "HTTP/1.1 200 " : "HTTP/1.1 429 ");
        }
        assertThat(RawConnection.ask(port, "GET /api/c%6fntent/few", token)).startsWith("HTTP/1.1 429 ");
        assertThat(RawConnection.ask(port, "GET /%61pi/content/few", token)).startsWith("HTTP/1.1 429 ");
    }

    @Test
    void aBodysLimitIsThatOfTheServiceThatIsMeant() {
        String large = "Content-Length: 70000";
        assertThat(RawConnection.ask(port, "POST /api/moderation/reports", large))
                .startsWith("HTTP/1.1 413 ");
        assertThat(RawConnection.ask(port, "POST /%61pi/m%6fderation/reports", large))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void theTimeLimitIsThatOfTheServiceThatIsMeant() {
        assertThat(RawConnection.ask(port, "GET /api/m%6fderation/slow")).startsWith("HTTP/1.1 504 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/content/x%2fy",
                "/api/content/x%2Fy",
                "/api/content%2fposts",
                "/api/content/%2e%2e/few",
                "/api/content/../content/few",
                "/api/content/./few",
                "/api/content//few",
                "//api/content/few",
                "/api/content/few;a=b",
                "/api;a=b/content/few",
                "/api/content/few%3Ba=b",
                "/api/content/%2566ew",
                "/api/content/few%00",
                "/api/content/few%0d%0a",
                "/api/content/few%",
                "/api/content/few%zz",
                "/api/content/few%c0%80",
                "/api/content/few\\x",
                "/api/content/few%5cx",
            })
    void whatIsSpeltToDeceiveIsRefused(String path) {
        assertThat(RawConnection.ask(port, "GET " + path)).startsWith("HTTP/1.1 400 ");
        assertThat(SERVICES.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override: GET", "X-HTTP-Method: GET", "X-Method-Override: GET"})
    void aMethodIsWhatTheRequestLineSays(String header) {
        String token = "Authorization: Bearer " + memberToken();
        RawConnection.ask(port, "POST /api/content/posts?_method=GET", token, header, "Content-Length: 0");
        assertThat(SERVICES.last().method()).isEqualTo("POST");
    }
}
