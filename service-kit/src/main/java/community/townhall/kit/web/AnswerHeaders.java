/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.servlet.http.HttpServletResponse;

/** What a browser is told with every answer of a service, whichever layer gives it: it is data, and no page. */
final class AnswerHeaders {

    private AnswerHeaders() {}

    static void putOn(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
