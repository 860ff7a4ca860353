/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.authorization.BrowserClient;
import community.townhall.gateway.traffic.RateLimit;
import community.townhall.gateway.traffic.RateLimit.Counted;
import community.townhall.gateway.traffic.RateLimit.Per;
import community.townhall.gateway.traffic.RateLimits;
import community.townhall.kit.web.ProblemWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class RateLimitFilterTest {

    private final BrowserClient ourselves = BrowserClient.withNewSecret("townhall");
    private final RateLimit tokens = new RateLimit(
            "tokens",
            Per.ADDRESS,
            Counted.REQUESTS,
            1,
            Duration.ofMinutes(1),
            Set.of("POST"),
            Set.of("/oauth2/token"),
            false);
    private final RateLimitFilter filter = new RateLimitFilter(
            new RateLimits(List.of(tokens), (limit, whose, amount) -> Duration.ofSeconds(7)),
            new ProblemWriter(JsonMapper.shared()),
            new SimpleMeterRegistry(),
            request -> ourselves.asks(request.getHeader(HttpHeaders.AUTHORIZATION)));

    @Test
    void what_the_gateway_asks_itself_is_counted_against_nobody() throws Exception {
        MockHttpServletRequest renewal = token();
        renewal.addHeader(HttpHeaders.AUTHORIZATION, basic(ourselves));

        assertThat(statusOf(renewal)).isEqualTo(200);
    }

    @Test
    void nobody_else_passes_for_it() throws Exception {
        MockHttpServletRequest guessed = token();
        guessed.addHeader(HttpHeaders.AUTHORIZATION, basic(BrowserClient.withNewSecret(ourselves.id())));

        assertThat(statusOf(guessed)).isEqualTo(429);
        assertThat(statusOf(token())).isEqualTo(429);
    }

    private static MockHttpServletRequest token() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.setServletPath("/oauth2/token");
        return request;
    }

    private static String basic(BrowserClient client) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth(client.id(), client.secret());
        return String.valueOf(headers.getFirst(HttpHeaders.AUTHORIZATION));
    }

    private int statusOf(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
