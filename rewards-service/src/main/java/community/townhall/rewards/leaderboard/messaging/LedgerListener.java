/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard.messaging;

import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PeriodTotals;
import community.townhall.events.rewards.PointsChanged;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.rewards.leaderboard.Standing;
import community.townhall.rewards.leaderboard.Standings;
import community.townhall.rewards.ledger.PeriodKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service hears its own events: the standings follow the ledger however often its writer crashed. An entry carries
 * its account's totals, so the newest one of a period says all there is to say of it.
 */
@Configuration(proxyBeanMethods = false)
class LedgerListener {

    @Bean
    EventConsumer standingsConsumer(Standings standings) {
        return EventConsumer.named("standings")
                .unhurried()
                .on(
                        PointsChanged.class,
                        event -> standings.raise(standingsAfter(event.data().entry())))
                .build();
    }

    private static List<Standing> standingsAfter(EntryState entry) {
        LocalDate day = LocalDate.ofInstant(entry.effectiveAt(), ZoneOffset.UTC);
        List<Standing> standings = new ArrayList<>();
        standings.add(Standing.everOf(entry.memberId(), entry.lifetime(), entry.sequence()));
        for (PeriodKind kind : PeriodKind.values()) {
            standings.add(
                    new Standing(kind.keyOf(day), entry.memberId(), points(entry.totals(), kind), entry.sequence()));
        }
        return standings;
    }

    private static long points(PeriodTotals totals, PeriodKind kind) {
        return switch (kind) {
            case DAY -> totals.day();
            case WEEK -> totals.week();
            case MONTH -> totals.month();
        };
    }
}
