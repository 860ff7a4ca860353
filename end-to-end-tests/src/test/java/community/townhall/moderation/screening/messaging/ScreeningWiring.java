/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.messaging;

import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.cases.FollowDeletion;
import community.townhall.moderation.screening.LiftRepeats;
import community.townhall.moderation.screening.ScreenSubmission;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/** What the screening hears of. */
public final class ScreeningWiring {

    private static final MeterRegistry NONE = new CompositeMeterRegistry();

    private ScreeningWiring() {}

    public static EventConsumer texts(
            ScreenSubmission screenSubmission, FollowDeletion deletions, LiftRepeats liftRepeats) {
        return new ScreeningConsumer().screening(screenSubmission, deletions, liftRepeats, NONE);
    }
}
