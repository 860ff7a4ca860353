/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.gateway.AnswerHeaders;
import community.townhall.kit.web.ProblemWriter;
import community.townhall.kit.web.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import tools.jackson.databind.json.JsonMapper;

class RefusalFilterTest {

    private final RefusalFilter filter =
            new RefusalFilter(new ProblemWriter(JsonMapper.shared()), new AnswerHeaders(Map.of()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whoeverAsksWhileTheDatabaseIsAwayIsToldToComeAgain() throws Exception {
        filter.doFilter(request, response, (asked, answer) -> {
            throw new InternalAuthenticationServiceException(
                    "No account", new DataAccessResourceFailureException("away"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("urn:townhall:problem:unavailable");
    }

    @Test
    void whoeverIsRefusedInAFilterIsToldWhyAndWhenToComeAgain() throws Exception {
        filter.doFilter(request, response, (asked, answer) -> {
            throw Problems.unavailable("So many ask", Duration.ofSeconds(5));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("So many ask");
    }

    @Test
    void anotherFailureIsNotTakenForIt() {
        assertThatThrownBy(() -> filter.doFilter(request, response, (asked, answer) -> {
                    throw new IOException("The connection broke");
                }))
                .isInstanceOf(IOException.class);
        assertThat(response.getStatus()).isEqualTo(200);
    }
}
