/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard.messaging;

import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.events.rewards.PointsReversed;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.rewards.leaderboard.FoldStandings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service hears its own events: an entry whose writer crashed at once is folded in all the same. */
@Configuration(proxyBeanMethods = false)
class LedgerListener {

    @Bean
    EventConsumer standingsConsumer(FoldStandings fold) {
        return EventConsumer.named("standings")
                .on(PointsAwarded.class, event -> fold(fold, event.data().entry()))
                .on(PointsReversed.class, event -> fold(fold, event.data().entry()))
                .build();
    }

    private static void fold(FoldStandings fold, EntryState entry) {
        fold.include(entry.memberId(), entry.sequence());
    }
}
