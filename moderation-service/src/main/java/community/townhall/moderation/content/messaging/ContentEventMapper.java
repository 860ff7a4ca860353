/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content.messaging;

import community.townhall.events.Event;
import community.townhall.events.moderation.ContentApproved;
import community.townhall.events.moderation.ContentHidden;
import community.townhall.events.moderation.ContentRejected;
import community.townhall.events.moderation.ContentRemoved;
import community.townhall.events.moderation.ContentRestored;
import community.townhall.events.moderation.ContentScreened;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.ContentEvent;
import org.springframework.stereotype.Component;

/** Contents as the contract names them. */
@Component
final class ContentEventMapper implements EventMapper<ContentEvent> {

    @Override
    public Event toContract(ContentEvent event, long version) {
        ContentStanding standing = standing(event.content(), event.revision());
        return switch (event) {
            case ContentEvent.Screened screened -> new ContentScreened(standing);
            case ContentEvent.Approved approved -> new ContentApproved(standing);
            case ContentEvent.Rejected rejected -> new ContentRejected(standing);
            case ContentEvent.Hidden hidden -> new ContentHidden(standing);
            case ContentEvent.Removed removed -> new ContentRemoved(standing);
            case ContentEvent.Restored restored -> new ContentRestored(standing);
        };
    }

    private static ContentStanding standing(Content content, int revision) {
        return new ContentStanding(
                content.type().name(),
                content.id(),
                content.authorId(),
                revision,
                switch (content.standing()) {
                    case APPROVED -> ContentStanding.Standing.APPROVED;
                    case HELD -> ContentStanding.Standing.HELD;
                    case REJECTED -> ContentStanding.Standing.REJECTED;
                    case HIDDEN -> ContentStanding.Standing.HIDDEN;
                    case REMOVED -> ContentStanding.Standing.REMOVED;
                },
                content.reasons().stream()
                        .map(reason -> new ContentStanding.Reason(reason.rule(), reason.explanation()))
                        .toList(),
                content.decidedBy(),
                content.caseId(),
                content.decidedAt());
    }
}
