/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                       | The body is not JSON: line 1, column 2
            {"kind":NaN}            | The body is not JSON: line 1, column 12
            /*x*/{"kind":"A"}       | The body is not JSON: line 1, column 1
            {'kind':'A'}            | The body is not JSON: line 1, column 2
            {"rest":"A","rest":"A"} | A property of the body stands there twice: line 1, column 19
            """)
    void what_is_no_json_is_refused_in_words_of_ours(String body, String detail) {
        assertThat(detailOf(body)).isEqualTo(detail);
    }

    @Test
    void what_exceeds_a_bound_of_the_parser_is_refused_in_words_of_ours() {
        for (String body : new String[] {"[".repeat(2_000), "1".repeat(2_000)}) {
            assertThat(detailOf("{\"rest\":" + body))
                    .isEqualTo("The body is nested too deeply, or a name or number in it is too long");
        }
    }

    enum Kind {
        QUESTION,
        ANSWER,
        ARTICLE
    }

    record NewPost(
            @Schema(allowableValues = {"QUESTION", "ARTICLE"})
            Kind kind,

            Kind any,
            JsonNode rest) {}

    @Test
    void a_refusal_lists_what_the_document_lists() {
        assertThat(detailOf("{\"kind\":0}")).isEqualTo("kind must be one of QUESTION, ARTICLE");
        assertThat(detailOf("{\"any\":0}")).isEqualTo("any must be one of QUESTION, ANSWER, ARTICLE");
    }

    private @Nullable String detailOf(String body) {
        JsonMapper.Builder mapper = JsonMapper.builder();
        new StrictJson().customize(mapper);
        JacksonException cause = catchThrowableOfType(
                JacksonException.class,
                () -> mapper.build()
                        .readValue(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), NewPost.class));
        ResponseEntity<Object> answer = advice.handleHttpMessageNotReadable(
                new HttpMessageNotReadableException("", cause, new MockHttpInputMessage(new byte[0])),
                new HttpHeaders(),
                HttpStatus.BAD_REQUEST,
                request);
        return ((ProblemDetail)
                        Objects.requireNonNull(Objects.requireNonNull(answer).getBody()))
                .getDetail();
    }
}
