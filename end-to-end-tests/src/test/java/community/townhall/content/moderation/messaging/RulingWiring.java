/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation.messaging;

import community.townhall.content.moderation.ApplyRuling;
import community.townhall.kit.messaging.EventConsumer;

/** How posts hear of rulings. */
public final class RulingWiring {

    private RulingWiring() {}

    public static EventConsumer consumer(ApplyRuling rulings) {
        return new RulingConsumer().screening(rulings);
    }
}
