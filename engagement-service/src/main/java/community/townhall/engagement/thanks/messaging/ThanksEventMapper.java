/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks.messaging;

import community.townhall.engagement.thanks.Thanks;
import community.townhall.engagement.thanks.ThanksEvent;
import community.townhall.events.Event;
import community.townhall.events.PublicationStatus;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.ThanksGiven;
import community.townhall.events.engagement.ThanksJudged;
import community.townhall.events.engagement.ThanksState;
import community.townhall.events.engagement.ThanksWithdrawn;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class ThanksEventMapper implements EventMapper<ThanksEvent> {

    @Override
    public Event toContract(ThanksEvent event, long version) {
        ThanksState state = state(event.thanks());
        return switch (event) {
            case ThanksEvent.Given _ -> new ThanksGiven(state);
            case ThanksEvent.Judged judged ->
                new ThanksJudged(
                        state,
                        judged.reasons().stream()
                                .map(reason -> new ContentStanding.Reason(reason.rule(), reason.explanation()))
                                .toList());
            case ThanksEvent.Withdrawn _ -> new ThanksWithdrawn(state);
        };
    }

    private static ThanksState state(Thanks thanks) {
        return new ThanksState(
                thanks.id(),
                thanks.memberId(),
                TargetType.valueOf(thanks.targetType().name()),
                thanks.targetId(),
                thanks.toId(),
                thanks.word(),
                thanks.revision(),
                switch (thanks.status()) {
                    case PENDING -> PublicationStatus.PENDING;
                    case PUBLISHED -> PublicationStatus.PUBLISHED;
                    case HELD -> PublicationStatus.HELD;
                    case REJECTED -> PublicationStatus.REJECTED;
                    case HIDDEN -> PublicationStatus.HIDDEN;
                    case REMOVED, WITHDRAWN -> PublicationStatus.REMOVED;
                },
                thanks.at());
    }
}
