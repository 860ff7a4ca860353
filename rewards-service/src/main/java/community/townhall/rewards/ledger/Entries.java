/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Every entry as it is stored, by account and sequence. */
    void forEach(Consumer<AuditedEntry> reader);
}
