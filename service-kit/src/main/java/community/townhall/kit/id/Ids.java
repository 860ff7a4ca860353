/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;

/** New ids: version 7 UUIDs (RFC 9562 §5.7), so that ids made later sort later and indexes grow at one end. */
public final class Ids {

    private Ids() {}

    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
