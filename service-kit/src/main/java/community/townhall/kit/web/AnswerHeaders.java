/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.util.Map;

/** What a browser is told with every answer of a service, whichever layer gives it: it is data, and no page. */
final class AnswerHeaders {

    static final Map<String, String> VALUES = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private AnswerHeaders() {}
}
