/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who a request is by, for what stands outside of the filters that find it out. */
public final class KnownCaller {

    private static final String ACCOUNT = KnownCaller.class.getName();

    private KnownCaller() {}

    public static void note(HttpServletRequest request, String account) {
        request.setAttribute(ACCOUNT, account);
    }

    /** Empty for a request that is nobody's, or that was refused before anybody asked whose it is. */
    static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(ACCOUNT) instanceof String account ? Optional.of(account) : Optional.empty();
    }
}
