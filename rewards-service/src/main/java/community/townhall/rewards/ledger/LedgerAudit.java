/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The books recomputed from the entries alone.
 *
 * @param issued points credited, counting again what was credited again
 * @param reversed points taken back
 * @param imbalance by how much anything deviates from what it must be: the legs of each entry from zero, its member's leg
 *     from its amount, each running balance from the sum of the amounts, each sequence number from one more than the last
 */
public record LedgerAudit(long accounts, long entries, long issued, long reversed, long imbalance) {

    /** Of no entry. */
    public static final LedgerAudit NONE = new LedgerAudit(0, 0, 0, 0, 0);

    private static final int PAGE = 1_000;

    /** Recomputes them all. */
    public static LedgerAudit of(Entries entries) {
        LedgerAudit audit = NONE;
        @Nullable String after = null;
        List<AuditedEntry> page;
        do {
            page = entries.page(after, Instant.MAX, PAGE);
            for (AuditedEntry entry : page) {
                audit = audit.with(entry, before(entry, entries));
                after = entry.id();
            }
        } while (page.size() == PAGE);
        return audit;
    }

    static Optional<AuditedEntry> before(AuditedEntry entry, Entries entries) {
        return entry.sequence() <= 1 ? Optional.empty() : entries.at(entry.account(), entry.sequence() - 1);
    }

    /**
     * With one more entry. It is held against the one before it, so that entries may be audited in any order.
     *
     * @param before of the same account; absent for the first, or when it is missing
     */
    LedgerAudit with(AuditedEntry entry, Optional<AuditedEntry> before) {
        long balance = before.map(AuditedEntry::balance).orElse(0L) + entry.amount();
        long ofMember = 0;
        long ofAll = 0;
        for (Leg leg : entry.legs()) {
            ofAll += leg.amount();
            ofMember += leg.account().equals(entry.account()) ? leg.amount() : 0;
        }
        long deviation = Math.abs(ofAll)
                + Math.abs(entry.amount() - ofMember)
                + Math.abs(entry.balance() - balance)
                + Math.abs(entry.lifetime() - balance)
                + Math.abs(entry.sequence()
                        - 1
                        - before.map(AuditedEntry::sequence).orElse(0L));
        return new LedgerAudit(
                accounts + (entry.sequence() == 1 ? 1 : 0),
                entries + 1,
                issued + Math.max(0, entry.amount()),
                reversed + Math.max(0, -entry.amount()),
                imbalance + deviation);
    }
}
