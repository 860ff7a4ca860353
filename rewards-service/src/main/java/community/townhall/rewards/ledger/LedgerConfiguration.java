/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import community.townhall.kit.id.Ids;
import community.townhall.kit.operations.FlowContributor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    Ledger ledger(Entries entries, Clock clock) {
        return new Ledger(entries, Ids::next, clock);
    }

    @Bean
    ContinuousAudit continuousAudit(Entries entries, Audits audits, Clock clock, MeterRegistry meters) {
        ContinuousAudit audit = new ContinuousAudit(entries, audits, clock);
        Gauge.builder(
                        "townhall.ledger.imbalance",
                        audit,
                        latest -> latest.latest().imbalance())
                .description(
                        "By how much the books of the points ledger deviate from balance; anything but 0 is a fault")
                .register(meters);
        return audit;
    }

    @Bean
    FlowContributor ledgerFlow(ContinuousAudit audit) {
        return () -> Map.of("ledgerImbalance", audit.latest().imbalance());
    }
}
