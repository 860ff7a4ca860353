/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What the gateway is told about keeping an answer for the next who asks. It is a shared cache (RFC 9111), and these are
 * fields for it alone (targeted cache control, RFC 9213): what browsers may keep is said by {@code Cache-Control} as ever.
 */
public final class SharedCaching implements HandlerInterceptor {

    /** {@code max-age}, in seconds. Without it nothing is kept. */
    public static final String CONTROL = "Gateway-Cache-Control";

    /** The members who would be answered otherwise, by id, with commas between them; and {@link #STAFF}. */
    public static final String EXCEPT = "Gateway-Cache-Except";

    /** Whoever is more than a member. No id has such a form. */
    public static final String STAFF = "*";

    private static final String A_SECOND = "max-age=1";

    /** So many ids that a header holds them, whatever else it has to hold. */
    private static final int EXCEPTIONS = 30;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(SameForEverybody.class)) {
            response.setHeader(CONTROL, A_SECOND);
        }
        return true;
    }

    /**
     * Allows an answer to be kept that moderators and some members would get otherwise, unless these are too many.
     *
     * @param members by id, some perhaps more than once
     */
    public static void sameForOthersThan(Stream<String> members, HttpHeaders headers) {
        List<String> distinct = members.distinct().limit(EXCEPTIONS + 1).toList();
        if (distinct.size() <= EXCEPTIONS
                && distinct.stream().allMatch(id -> ID.matcher(id).matches())) {
            headers.set(CONTROL, A_SECOND);
            headers.set(EXCEPT, distinct.isEmpty() ? STAFF : STAFF + "," + String.join(",", distinct));
        }
    }
}
