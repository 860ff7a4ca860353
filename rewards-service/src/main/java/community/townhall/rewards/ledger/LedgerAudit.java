/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

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

    /** Recomputes them all, one entry in memory at a time. */
    public static LedgerAudit of(Entries entries) {
        Run run = new Run();
        entries.forEach(run::add);
        return new LedgerAudit(run.accounts, run.entries, run.issued, run.reversed, run.imbalance);
    }

    private static final class Run {

        private @Nullable String account;
        private long sequence;
        private long balance;
        private long accounts;
        private long entries;
        private long issued;
        private long reversed;
        private long imbalance;

        void add(AuditedEntry entry) {
            if (!entry.account().equals(account)) {
                account = entry.account();
                accounts++;
                sequence = 0;
                balance = 0;
            }
            entries++;
            sequence++;
            balance += entry.amount();
            issued += Math.max(0, entry.amount());
            reversed += Math.max(0, -entry.amount());
            long ofMember = 0;
            long ofAll = 0;
            for (Leg leg : entry.legs()) {
                ofAll += leg.amount();
                ofMember += leg.account().equals(account) ? leg.amount() : 0;
            }
            imbalance += Math.abs(ofAll)
                    + Math.abs(entry.amount() - ofMember)
                    + Math.abs(entry.balance() - balance)
                    + Math.abs(entry.lifetime() - balance)
                    + Math.abs(entry.sequence() - sequence);
        }
    }
}
