/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

/** A failure is answered as one unless nobody is left to answer. */
class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();
    private final ServletWebRequest request = new ServletWebRequest(new MockHttpServletRequest());

    @Test
    void a_connection_of_ours_that_is_lost_is_a_failure() {
        for (String lost : new String[] {"Connection reset by peer", "Broken pipe"}) {
            assertThat(Objects.requireNonNull(
                                    advice.unexpected(new UncheckedIOException(new IOException(lost)), request))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    @Test
    void a_client_that_has_gone_is_answered_nothing() {
        assertThat(advice.unexpected(new UncheckedIOException(new ClientAbortException()), request))
                .isNull();
    }
}
