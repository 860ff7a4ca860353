/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;
import community.townhall.events.TargetType;
import java.util.Map;

/**
 * The number of reactions to something, or of comments on it, changed.
 *
 * @param reactions the count of each kind that is in force
 * @param comments how many visible comments stand under it
 */
public record TallyChanged(TargetType targetType, String targetId, Map<String, Long> reactions, long comments)
        implements Event {

    @Override
    public String aggregateId() {
        return targetId;
    }
}
