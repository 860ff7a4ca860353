/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.traffic.web;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.web.ProblemWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Who shares an address with those whose bodies never end waits for none of them. */
class BodyFilterTest {

    private static final BodyLimitsProperties NO_PLACE_IS_FREE =
            new BodyLimitsProperties(DataSize.ofKilobytes(64), Map.of(), Duration.ofSeconds(10), 8, 0);

    private final BodyFilter filter = new BodyFilter(
            NO_PLACE_IS_FREE, new ProblemWriter(JsonMapper.builder().build()));

    @Test
    void short_bodies_need_no_place_among_those_that_arrive() throws Exception {
        assertThat(statusOf(0)).isEqualTo(200);
        assertThat(statusOf(1)).isEqualTo(200);
        assertThat(statusOf(16 * 1024)).isEqualTo(200);
    }

    @Test
    void long_ones_do() throws Exception {
        assertThat(statusOf(16 * 1024 + 1)).isEqualTo(429);
    }

    private int statusOf(int length) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/content/posts");
        request.setContent(new byte[length]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
