/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Says as a problem detail what the server itself refuses, before anything of ours has seen it: an address that it does
 * not decode, headers that are too long, what is no HTTP; and what a library refuses with a status alone. Nothing of the
 * request stands in it.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || response.isCommitted()) {
            return;
        }
        String type = ProblemDetails.nameOf(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        AnswerHeaders.VALUES.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        try {
            @Nullable Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("""
                        {"type":"urn:townhall:problem:%s","title":"%s","status":%d,\
                        "detail":"The server does not take the request as it is"}""".formatted(type, status.getReasonPhrase(), status.value()));
                response.finishResponse();
            }
        } catch (IOException e) {
            // Who asked is gone.
        }
    }
}
