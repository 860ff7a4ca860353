/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.rule.Rules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides who is entitled to points. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    @Bean
    SettleEntitlements settleEntitlements(Evidence evidence, Ledger ledger, Rules rules) {
        return new SettleEntitlements(evidence, ledger, rules);
    }
}
