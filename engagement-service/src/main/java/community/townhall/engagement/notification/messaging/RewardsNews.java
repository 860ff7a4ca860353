/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.Links;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.Notify;
import community.townhall.events.EventEnvelope;
import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PointsReversed;
import community.townhall.events.rewards.TierChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells members what they earned and lost: once a day for the same, however often it comes and goes. */
@Component
class RewardsNews {

    private static final NotificationKind POINTS_AWARDED = NotificationKind.of("points-awarded");
    private static final NotificationKind POINTS_REVERSED = NotificationKind.of("points-reversed");
    private static final NotificationKind TIER_CHANGED = NotificationKind.of("tier-changed");

    private final Notify notify;

    RewardsNews(Notify notify) {
        this.notify = notify;
    }

    /** At the time the points were earned: what imported history earned is no news. */
    void awarded(EntryState entry) {
        tell(POINTS_AWARDED, entry, entry.effectiveAt());
    }

    /** At the time they were taken back, however long ago they were earned. */
    void reversed(EventEnvelope<PointsReversed> event) {
        tell(POINTS_REVERSED, event.data().entry(), event.time());
    }

    private void tell(NotificationKind kind, EntryState entry, Instant at) {
        notify.happening()
                .tell(new Notification(
                        entry.memberId(),
                        kind,
                        entry.rule() + "/" + entry.subjectId() + "/" + dayOf(at),
                        null,
                        Links.REWARDS,
                        Map.of(
                                "amount", Long.toString(entry.amount()),
                                "balance", Long.toString(entry.balance()),
                                "rule", entry.rule(),
                                "subjectId", entry.subjectId()),
                        at));
    }

    void tierChanged(EventEnvelope<TierChanged> event) {
        TierChanged changed = event.data();
        notify.happening()
                .tell(new Notification(
                        changed.memberId(),
                        TIER_CHANGED,
                        changed.tier() + "/" + dayOf(event.time()),
                        null,
                        Links.REWARDS,
                        Map.of(
                                "formerTier", changed.formerTier(),
                                "tier", changed.tier(),
                                "lifetime", Long.toString(changed.lifetime())),
                        event.time()));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
