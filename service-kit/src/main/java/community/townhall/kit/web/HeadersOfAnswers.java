/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.Map;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * Puts headers on every answer before anything is asked, so that those have them too which the server gives by itself and
 * shows to no filter: to {@code OPTIONS *}, for instance.
 */
public final class HeadersOfAnswers extends CoyoteAdapter {

    private final Map<String, String> headers;

    private HeadersOfAnswers(Connector connector, Map<String, String> headers) {
        super(connector);
        this.headers = headers;
    }

    /** For all that comes by that connector, which has not been started. */
    public static void putOn(Connector connector, Map<String, String> headers) {
        connector.addLifecycleListener(event -> {
            // Only then is the connector's own adapter there, to be replaced.
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                connector.getProtocolHandler().setAdapter(new HeadersOfAnswers(connector, headers));
            }
        });
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        headers.forEach(response::setHeader);
        super.service(request, response);
    }
}
