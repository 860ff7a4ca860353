/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says outside of the database how far the log has come, soon after each entry. A log that was there before anything was
 * signed is taken over as it is, once, and the heads say so. Where the log no longer is what was said, nothing more is.
 */
public final class KeepHeads {

    private static final Logger log = LoggerFactory.getLogger(KeepHeads.class);

    private final AuditLog entries;
    private final SignedHeads heads;
    private final AuditKey key;
    private final Clock clock;
    private @Nullable SignedHead last;
    private boolean broken;

    public KeepHeads(AuditLog entries, SignedHeads heads, AuditKey key, Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.key = key;
        this.clock = clock;
    }

    /** To be called again and again; what fails is tried again with the next call. */
    public synchronized void keep() {
        Optional<Entry> head = entries.head();
        if (last == null) {
            last = newestOf(heads.latest(), key);
        }
        if (last == null) {
            long sequence = head.map(Entry::sequence).orElse(0L);
            say(sequence, head.map(Entry::hash).orElse(Entry.GENESIS), sequence);
            log.info("The audit log is signed from entry {} on", sequence + 1);
        } else if (head.isPresent() && head.get().sequence() > last.sequence() && isStillSo(last)) {
            say(head.get().sequence(), head.get().hash(), last.adopted());
        }
    }

    private void say(long sequence, String hash, long adopted) {
        SignedHead head = SignedHead.of(sequence, hash, adopted, clock.instant(), key);
        heads.add(head);
        last = head;
    }

    private boolean isStillSo(SignedHead said) {
        boolean same = said.sequence() == 0
                || entries.after(said.sequence() - 1, 1).stream()
                        .anyMatch(entry -> entry.sequence() == said.sequence()
                                && entry.hash().equals(said.hash()));
        if (!same && !broken) {
            log.error("The audit log no longer has entry {} as it was signed: verify it", said.sequence());
        }
        broken = !same;
        return same;
    }

    /** The furthest of those that the key signed. */
    static @Nullable SignedHead newestOf(List<SignedHead> heads, AuditKey key) {
        return heads.stream()
                .filter(head -> head.isSignedBy(key))
                .max(Comparator.comparingLong(SignedHead::sequence))
                .orElse(null);
    }
}
