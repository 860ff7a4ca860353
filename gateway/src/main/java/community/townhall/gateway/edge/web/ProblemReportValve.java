/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.edge.web;

import community.townhall.gateway.AnswerHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

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
        boolean ours = status >= 500;
        byte[] body = """
                {"type":"urn:townhall:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(
                        ours ? "internal" : "malformed",
                        ours ? "Internal error" : "Malformed",
                        status,
                        ours ? "The request could not be carried out" : "This is not a request that can be understood")
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("A refusal could not be sent", gone);
        }
    }
}
