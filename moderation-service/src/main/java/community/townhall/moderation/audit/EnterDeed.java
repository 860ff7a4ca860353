/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the chain. Instances of the service race for the next place; within an instance one waits for the other, which
 * is cheaper than losing.
 */
public final class EnterDeed {

    private static final int ATTEMPTS = 100;

    private final AuditLog log;
    private final @Nullable AuditKey key;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Entry head;

    /** @param key that signs each entry, absent where none is set */
    public EnterDeed(AuditLog log, @Nullable AuditKey key) {
        this.log = log;
        this.key = key;
    }

    public EnterDeed(AuditLog log) {
        this(log, null);
    }

    /** @return false when that deed was entered before */
    public boolean enter(Deed deed) {
        turn.lock();
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                if (head == null || attempt > 1) {
                    head = log.head().orElse(null);
                }
                Entry unsigned = Entry.after(head, deed);
                Entry next = key == null ? unsigned : unsigned.signedBy(key);
                switch (log.insert(next)) {
                    case ADDED -> {
                        head = next;
                        return true;
                    }
                    case KNOWN -> {
                        return false;
                    }
                    case PLACE_TAKEN -> {
                        // Another instance was quicker: go on after its entry.
                    }
                }
            }
            throw new IllegalStateException("Others were quicker %d times in a row".formatted(ATTEMPTS));
        } finally {
            turn.unlock();
        }
    }
}
