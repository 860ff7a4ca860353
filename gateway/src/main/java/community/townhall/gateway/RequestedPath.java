/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The path that a request means: decoded and without dot segments or parameters, as handlers are found by. Whatever
 * decides by a path (a limit, a time, a service) asks here: a path as it was sent has many spellings.
 */
public final class RequestedPath {

    private static final String API = "/api/";

    private RequestedPath() {}

    public static String of(HttpServletRequest request) {
        @Nullable String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** The service of a path like {@code /api/<service>/…}; null for any other path. */
    public static @Nullable String serviceOf(String path) {
        if (!path.startsWith(API)) {
            return null;
        }
        int end = path.indexOf('/', API.length());
        return path.substring(API.length(), end < 0 ? path.length() : end);
    }
}
