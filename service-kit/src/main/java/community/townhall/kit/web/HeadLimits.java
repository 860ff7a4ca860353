/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import org.apache.catalina.connector.Connector;

/** Which limits of the server's own a request's head has. */
public final class HeadLimits {

    private static final int NONE = -1;

    private HeadLimits() {}

    /**
     * A browser may list more languages than the server's ten, and it tells of an eleventh by failing wherever the first is
     * asked for. How many there can be is bounded by the head's size.
     */
    public static void allowLanguages(Connector connector) {
        connector.setMaxLocaleCount(NONE);
    }
}
