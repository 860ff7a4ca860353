/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What a browser is told with every answer, whichever layer gives it.
 *
 * @param values by header
 */
public record AnswerHeaders(Map<String, String> values) {

    public AnswerHeaders {
        values = Map.copyOf(values);
    }

    public void putOn(HttpServletResponse response) {
        values.forEach(response::setHeader);
    }
}
