/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about an account's next entry goes by: the account after its last entry, and what it has earned
 * around the day in question.
 *
 * @param sequence of the last entry, 0 when there is none
 * @param latestDay the latest day any entry is for, absent when there is none
 * @param totals around the day that the next entry is for
 */
record Position(
        long sequence,
        long balance,
        long lifetime,
        @Nullable LocalDate latestDay,
        Totals totals) {

    /** After that entry, for a day around which so much was earned. */
    static Position after(@Nullable Entry last, Totals totals) {
        return last == null
                ? new Position(0, 0, 0, null, totals)
                : new Position(last.sequence(), last.balance(), last.lifetime(), last.latestDay(), totals);
    }

    /** The first entry of a claim: the points it is worth, or what is left under the cap. */
    Entry credit(Claim claim, Terms terms, String id, Instant effectiveAt, Instant now) {
        long room = terms.dailyCap() == null
                ? terms.amount()
                : Math.max(0, terms.dailyCap() - totals.creditedBy(claim.rule()));
        long amount = Math.min(terms.amount(), room);
        return entry(
                id,
                claim,
                1,
                terms.ruleVersion(),
                amount,
                null,
                totals.plusCredit(claim.rule(), amount),
                effectiveAt,
                now);
    }

    /** The next entry of a claim: takes back exactly what the last one credited, or makes good what it took back. */
    Entry undo(Entry last, String id, Instant now) {
        return entry(
                id,
                last.claim(),
                last.turn() + 1,
                last.ruleVersion(),
                -last.amount(),
                last.id(),
                totals.plus(-last.amount()),
                last.effectiveAt(),
                now);
    }

    private Entry entry(
            String id,
            Claim claim,
            int turn,
            long ruleVersion,
            long amount,
            @Nullable String reversalOf,
            Totals after,
            Instant effectiveAt,
            Instant now) {
        LocalDate day = Entry.dayOf(effectiveAt);
        return new Entry(
                id,
                claim,
                sequence + 1,
                turn,
                ruleVersion,
                amount,
                reversalOf,
                balance + amount,
                lifetime + amount,
                latestDay == null || latestDay.isBefore(day) ? day : latestDay,
                after,
                effectiveAt,
                now);
    }
}
