/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of all chains. An account's sequence numbers are unique, and so are its causes. */
public interface Entries {

    /**
     * Adds an entry, with the events of it.
     *
     * @return false when its account has an entry of that sequence or of that cause; nothing was written
     */
    boolean append(Entry entry, List<LedgerEvent> events);

    /** The end of the account's chain. */
    Optional<Entry> last(String account);

    /** The claim's entry of the highest turn. */
    Optional<Entry> lastOf(Claim claim);

    /** The newest of the account's entries that are for a day of that period. */
    Optional<Entry> lastIn(String account, PeriodKind kind, LocalDate day);

    /** The account's entries from the newest to the oldest. */
    List<Entry> newest(String account, @Nullable Long before, int limit);

    /**
     * Entries as they are stored, in the order of their ids, which is about that of time.
     *
     * @param after the id where the former page ended, absent for the first
     * @param before only those whose ids were made before that
     */
    List<AuditedEntry> page(@Nullable String after, Instant before, int limit);

    /** The account's entry of that sequence as it is stored. */
    Optional<AuditedEntry> at(String account, long sequence);
}
