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
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells members what they earned: one line a day, which says how much it has come to. What was earned on an earlier day and
 * is taken back has a line of the day it happens on, and so has a tier.
 */
@Component
class RewardsNews {

    private static final NotificationKind POINTS_EARNED = NotificationKind.of("points-earned");
    private static final NotificationKind POINTS_TAKEN = NotificationKind.of("points-taken");
    private static final NotificationKind TIER_CHANGED = NotificationKind.of("tier-changed");

    private final Notify notify;
    private final Set<String> quietRules;

    RewardsNews(Notify notify, RewardsNewsProperties properties) {
        this.notify = notify;
        this.quietRules = properties.quietRules();
    }

    /** At the time the points were earned: what imported history earned is no news. */
    void awarded(EntryState entry) {
        tellOfDay(entry);
    }

    /** At the time they were taken back, however long ago they were earned. */
    void reversed(EventEnvelope<PointsReversed> event) {
        EntryState entry = event.data().entry();
        LocalDate today = dayOf(event.time());
        if (dayOf(entry.effectiveAt()).equals(today)) {
            tellOfDay(entry);
        } else if (!quietRules.contains(entry.rule())) {
            notify.tellSoFar(
                    new Notification(
                            entry.memberId(),
                            POINTS_TAKEN,
                            "taken/" + today,
                            null,
                            Links.REWARDS,
                            Map.of("balance", Long.toString(entry.balance()), "day", today.toString()),
                            event.time()),
                    entry.sequence(),
                    true);
        }
    }

    private void tellOfDay(EntryState entry) {
        if (quietRules.contains(entry.rule())) {
            return;
        }
        String day = dayOf(entry.effectiveAt()).toString();
        notify.tellSoFar(
                new Notification(
                        entry.memberId(),
                        POINTS_EARNED,
                        "earned/" + day,
                        null,
                        Links.REWARDS,
                        Map.of(
                                "amount", Long.toString(entry.totals().day()),
                                "balance", Long.toString(entry.balance()),
                                "day", day),
                        entry.effectiveAt()),
                entry.sequence(),
                entry.totals().day() > 0);
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
