/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally.messaging;

import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.tally.TallyEvent;
import community.townhall.events.Event;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.TallyChanged;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class TallyEventMapper implements EventMapper<TallyEvent> {

    @Override
    public Event toContract(TallyEvent event, long version) {
        return switch (event) {
            case TallyEvent.Changed(Tally tally) ->
                new TallyChanged(
                        TargetType.valueOf(tally.targetType().name()),
                        tally.targetId(),
                        tally.reactions(),
                        tally.comments());
        };
    }
}
