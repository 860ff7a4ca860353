/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain, a part of it in memory at a time, and holds it against what was signed: each entry by the key,
 * and how far the log had come by the heads that are kept outside of the database.
 */
public final class VerifyLog {

    private static final int AT_A_TIME = 1000;

    private final AuditLog log;
    private final SignedHeads heads;
    private final @Nullable AuditKey key;

    /** @param key absent where none is set: then a cut end, and hashes made anew, are not found */
    public VerifyLog(AuditLog log, SignedHeads heads, @Nullable AuditKey key) {
        this.log = log;
        this.heads = heads;
        this.key = key;
    }

    /**
     * What the recomputation found.
     *
     * @param entries how many there are, up to and including the first broken one
     * @param head the last hash
     * @param firstBroken the sequence number of the first entry that does not fit, absent when all do
     * @param fault what is wrong with it
     * @param signed whether a key is set, without which much can be changed unnoticed
     * @param signedUpTo the last entry that is known outside of the database
     * @param adoptedUpTo up to which entry the log was taken over unsigned, absent when it was signed from the first
     * @param publicKey with which others can verify the signatures
     */
    public record Verification(
            long entries,
            boolean intact,
            String head,
            @Nullable Long firstBroken,
            @Nullable String fault,
            boolean signed,
            @Nullable Long signedUpTo,
            @Nullable Long adoptedUpTo,
            @Nullable String publicKey) {}

    public Verification verify() {
        return new Run(said()).verification();
    }

    private List<SignedHead> said() {
        return key == null
                ? List.of()
                : heads.latest().stream().filter(head -> head.isSignedBy(key)).toList();
    }

    private final class Run {

        private final Map<Long, String> said = new HashMap<>();
        private final @Nullable SignedHead furthest;
        private final long adopted;
        private long sequence;
        private String hash = Entry.GENESIS;

        Run(List<SignedHead> heads) {
            heads.forEach(head -> said.put(head.sequence(), head.hash()));
            this.furthest = key == null ? null : KeepHeads.newestOf(heads, key);
            // What is not yet said outside cannot be held against anything.
            this.adopted = furthest == null ? Long.MAX_VALUE : furthest.adopted();
        }

        Verification verification() {
            for (List<Entry> part = log.after(0, AT_A_TIME); !part.isEmpty(); part = log.after(sequence, AT_A_TIME)) {
                for (Entry entry : part) {
                    String fault = fault(entry);
                    sequence = entry.sequence();
                    if (fault != null) {
                        return found(sequence, fault);
                    }
                    hash = entry.hash();
                }
            }
            return furthest != null && furthest.sequence() > sequence
                    ? found(
                            sequence + 1,
                            "It is missing: the log had come to entry %d at %s"
                                    .formatted(furthest.sequence(), furthest.at()))
                    : found(null, null);
        }

        private @Nullable String fault(Entry entry) {
            if (entry.sequence() != sequence + 1) {
                return "Entry %d is missing before it".formatted(sequence + 1);
            }
            if (!entry.previousHash().equals(hash)) {
                return "It does not follow the entry before it";
            }
            if (!entry.isIntact()) {
                return "Its hash is not that of its content";
            }
            if (key != null && entry.sequence() > adopted && !entry.isSignedBy(key)) {
                return "It is not signed by the log's key";
            }
            return said.getOrDefault(entry.sequence(), entry.hash()).equals(entry.hash())
                    ? null
                    : "It is not the entry that was signed";
        }

        private Verification found(@Nullable Long firstBroken, @Nullable String fault) {
            return new Verification(
                    sequence,
                    fault == null,
                    hash,
                    firstBroken,
                    fault,
                    key != null,
                    furthest == null ? null : furthest.sequence(),
                    furthest == null || adopted == 0 ? null : adopted,
                    key == null ? null : key.publicKey());
        }
    }
}
