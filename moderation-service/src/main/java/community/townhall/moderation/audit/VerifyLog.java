/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain, a part of it in memory at a time. */
public final class VerifyLog {

    private static final int AT_A_TIME = 1000;

    private final AuditLog log;

    public VerifyLog(AuditLog log) {
        this.log = log;
    }

    /**
     * What the recomputation found.
     *
     * @param entries how many there are, up to and including the first broken one
     * @param head the last hash: who noted it elsewhere can tell later that nothing was cut off or written anew
     * @param firstBroken the sequence number of the first entry that does not fit, absent when all do
     * @param fault what is wrong with it
     */
    public record Verification(
            long entries,
            boolean intact,
            String head,
            @Nullable Long firstBroken,
            @Nullable String fault) {}

    public Verification verify() {
        long sequence = 0;
        String hash = Entry.GENESIS;
        for (List<Entry> part = log.after(0, AT_A_TIME); !part.isEmpty(); part = log.after(sequence, AT_A_TIME)) {
            for (Entry entry : part) {
                String fault = fault(entry, sequence, hash);
                sequence = entry.sequence();
                if (fault != null) {
                    return new Verification(sequence, false, hash, sequence, fault);
                }
                hash = entry.hash();
            }
        }
        return new Verification(sequence, true, hash, null, null);
    }

    private static @Nullable String fault(Entry entry, long previous, String previousHash) {
        if (entry.sequence() != previous + 1) {
            return "Entry %d is missing before it".formatted(previous + 1);
        }
        if (!entry.previousHash().equals(previousHash)) {
            return "It does not follow the entry before it";
        }
        return entry.isIntact() ? null : "Its hash is not that of its content";
    }
}
