/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.mongo;

import community.townhall.kit.outbox.Versioned;
import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.Leg;
import community.townhall.rewards.ledger.PeriodKind;
import community.townhall.rewards.ledger.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Days are kept as text: they are the community's days, not instants. */
@Document("entries")
record EntryDocument(
        @Id String id,
        long version,
        String account,
        long seq,
        String cause,
        String rule,
        String subjectId,
        int turn,
        long ruleVersion,
        long amount,
        @Nullable List<LegDocument> legs,
        @Nullable String reversalOf,
        long balance,
        long lifetime,
        String latestDay,
        String day,
        String week,
        String month,
        Map<String, Long> dayTotals,
        long dayPoints,
        long weekPoints,
        long monthPoints,
        Instant effectiveAt,
        Instant recordedAt)
        implements Versioned {

    record LegDocument(String account, long amount) {}

    static EntryDocument of(Entry entry) {
        return new EntryDocument(
                entry.id(),
                1,
                entry.account(),
                entry.sequence(),
                entry.cause(),
                entry.claim().rule(),
                entry.claim().subjectId(),
                entry.turn(),
                entry.ruleVersion(),
                entry.amount(),
                entry.legs().stream()
                        .map(leg -> new LegDocument(leg.account(), leg.amount()))
                        .toList(),
                entry.reversalOf(),
                entry.balance(),
                entry.lifetime(),
                entry.latestDay().toString(),
                PeriodKind.DAY.keyOf(entry.day()),
                PeriodKind.WEEK.keyOf(entry.day()),
                PeriodKind.MONTH.keyOf(entry.day()),
                entry.totals().credited(),
                entry.totals().day(),
                entry.totals().week(),
                entry.totals().month(),
                entry.effectiveAt(),
                entry.recordedAt());
    }

    Entry toEntry() {
        return new Entry(
                id,
                new Claim(account, rule, subjectId),
                seq,
                turn,
                ruleVersion,
                amount,
                reversalOf,
                balance,
                lifetime,
                LocalDate.parse(latestDay),
                new Totals(dayTotals, dayPoints, weekPoints, monthPoints),
                effectiveAt,
                recordedAt);
    }

    List<Leg> toLegs() {
        return legs == null
                ? List.of()
                : legs.stream().map(leg -> new Leg(leg.account(), leg.amount())).toList();
    }
}
