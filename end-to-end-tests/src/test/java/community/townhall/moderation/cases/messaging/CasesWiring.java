/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.messaging;

import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.cases.FollowScreening;

/** What cases hear of. */
public final class CasesWiring {

    private CasesWiring() {}

    public static EventConsumer screenings(FollowScreening followScreening) {
        return new CasesConsumer().casesFollowingScreenings(followScreening);
    }
}
