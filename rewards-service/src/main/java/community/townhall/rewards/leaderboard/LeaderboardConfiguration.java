/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard;

import community.townhall.rewards.ledger.Entries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the leaderboards. */
@Configuration(proxyBeanMethods = false)
class LeaderboardConfiguration {

    @Bean
    FoldStandings foldStandings(Entries entries, Standings standings) {
        return new FoldStandings(entries, standings);
    }
}
