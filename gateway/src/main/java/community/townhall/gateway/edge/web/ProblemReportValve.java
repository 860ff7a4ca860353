/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge.web;

import community.townhall.gateway.AnswerHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What the server refuses before anything of ours is asked (a path or a head that is none), or a library with a status
 * alone, is a problem detail with the headers of every other answer, in place of the server's own page or of none.
 */
final class ProblemReportValve extends ErrorReportValve {

    private final AnswerHeaders headers;

    /** @param headers of every answer */
    ProblemReportValve(AnswerHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || response.isCommitted()) {
            return;
        }
        headers.putOn(response);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        Words words = Words.of(status);
        byte[] body =
                """
                {"type":"urn:townhall:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(words.type, words.title, status, words.detail).getBytes(StandardCharsets.UTF_8);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("A refusal could not be sent", gone);
        }
    }

    private record Words(String type, String title, String detail) {

        static Words of(int status) {
            return switch (status) {
                case HttpServletResponse.SC_UNAUTHORIZED ->
                    new Words("unauthenticated", "Not signed in", "This needs valid credentials");
                case HttpServletResponse.SC_NOT_IMPLEMENTED ->
                    new Words(
                            "not-implemented",
                            "Not implemented",
                            "Requests of that method, or with a body in that encoding, are not taken here");
                case HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED ->
                    new Words(
                            "http-version-not-supported",
                            "HTTP version not supported",
                            "Requests are taken in HTTP 1.1 and 1.0");
                default ->
                    status >= 500
                            ? new Words("internal", "Internal error", "The request could not be carried out")
                            : refused(HttpStatus.resolve(status));
            };
        }

        /** Named as its status is, for whoever tells refusals apart by their types. */
        private static Words refused(@Nullable HttpStatus status) {
            return status == null || status == HttpStatus.BAD_REQUEST
                    ? new Words("malformed", "Malformed", "This is not a request that can be understood")
                    : new Words(
                            status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            status.getReasonPhrase(),
                            "The request is not taken as it is");
        }
    }
}
