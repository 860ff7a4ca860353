/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.kit.jobs.JobKind;
import community.townhall.kit.jobs.Jobs;
import community.townhall.kit.operations.FlowContributor;
import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.rule.Rules;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides who is entitled to points. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    private static final String VOTES_JUDGED = "votes-judged";
    private static final String CONTENT = "contentId";

    @Bean
    SettleEntitlements settleEntitlements(
            Evidence evidence, Ledger ledger, Rules rules, Unsettled unsettled, Jobs jobs) {
        VotesOnContent votes =
                (contentId, version) -> jobs.begin(VOTES_JUDGED, contentId + ":" + version, Map.of(CONTENT, contentId));
        return new SettleEntitlements(evidence, ledger, rules, unsettled, votes);
    }

    @Bean
    JobKind votesJudged(SettleEntitlements settle) {
        return new JobKind(
                VOTES_JUDGED,
                (arguments, cursor) -> settle.judgeVotesOn(Objects.requireNonNull(arguments.get(CONTENT)), cursor));
    }

    @Bean
    FlowContributor unsettledFlow(Unsettled unsettled) {
        return () -> Map.of("unsettledEntitlements", unsettled.waiting());
    }
}
