/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** Something happened to a thanks. */
public sealed interface ThanksChanged extends Event permits ThanksGiven, ThanksJudged, ThanksWithdrawn {
    ThanksState thanks();

    @Override
    default String aggregateId() {
        return thanks().id();
    }
}
