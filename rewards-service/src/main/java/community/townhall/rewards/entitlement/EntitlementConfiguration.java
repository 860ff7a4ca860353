/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.kit.jobs.JobKind;
import community.townhall.kit.jobs.Jobs;
import community.townhall.kit.operations.FlowContributor;
import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.rule.Rules;
import community.townhall.rewards.rule.ShippedRules;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides who is entitled to points. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    /** As it was called when votes alone were: such jobs may be under way. */
    private static final String MERITS_JUDGED = "votes-judged";

    private static final String CONTENT = "contentId";

    @Bean
    ShippedRules shippedRules() {
        return new ShippedRules(
                Arrays.stream(Earning.values()).map(Earning::asShipped).toList());
    }

    @Bean
    SettleEntitlements settleEntitlements(Merits merits, Ledger ledger, Rules rules, Unsettled unsettled, Jobs jobs) {
        MeritsAbout about = (contentId, version) ->
                jobs.begin(MERITS_JUDGED, contentId + ":" + version, Map.of(CONTENT, contentId));
        return new SettleEntitlements(merits, ledger, rules, unsettled, about);
    }

    @Bean
    JobKind meritsJudged(SettleEntitlements settle) {
        return new JobKind(
                MERITS_JUDGED,
                (arguments, cursor) -> settle.judgeMeritsAbout(Objects.requireNonNull(arguments.get(CONTENT)), cursor));
    }

    @Bean
    FlowContributor unsettledFlow(Unsettled unsettled) {
        return () -> Map.of("unsettledEntitlements", unsettled.waiting());
    }
}
