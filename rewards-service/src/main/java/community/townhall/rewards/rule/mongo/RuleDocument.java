/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule.mongo;

import community.townhall.rewards.rule.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("rules")
record RuleDocument(
        @Id String id,
        long version,
        long amount,
        @Nullable Long dailyCap,
        boolean enabled,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    static RuleDocument of(Rule rule) {
        return new RuleDocument(
                rule.id(),
                rule.version(),
                rule.amount(),
                rule.dailyCap(),
                rule.enabled(),
                rule.validFrom(),
                rule.validUntil());
    }

    Rule toRule() {
        return new Rule(id, amount, dailyCap, enabled, validFrom, validUntil, version);
    }
}
