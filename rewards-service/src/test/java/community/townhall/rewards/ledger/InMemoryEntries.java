/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chains in memory, as unique as those that are stored. */
public class InMemoryEntries implements Entries {

    private final List<Entry> all = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    public List<Entry> all() {
        return List.copyOf(all);
    }

    public Stream<Entry> of(String account) {
        return all.stream().filter(entry -> entry.account().equals(account));
    }

    public long balance(String account) {
        return last(account).map(Entry::balance).orElse(0L);
    }

    @Override
    public boolean append(Entry entry, List<LedgerEvent> events) {
        String sequence = entry.account() + "#" + entry.sequence();
        String cause = entry.account() + "!" + entry.cause();
        if (taken.contains(sequence) || taken.contains(cause)) {
            return false;
        }
        taken.add(sequence);
        taken.add(cause);
        return all.add(entry);
    }

    @Override
    public Optional<Entry> last(String account) {
        return of(account).max(Comparator.comparing(Entry::sequence));
    }

    @Override
    public Optional<Entry> lastOf(Claim claim) {
        return all.stream().filter(entry -> entry.claim().equals(claim)).max(Comparator.comparing(Entry::turn));
    }

    @Override
    public Optional<Entry> lastIn(String account, PeriodKind kind, LocalDate day) {
        return of(account)
                .filter(entry -> kind.keyOf(entry.day()).equals(kind.keyOf(day)))
                .max(Comparator.comparing(Entry::sequence));
    }

    @Override
    public List<Entry> newest(String account, @Nullable Long before, int limit) {
        return of(account)
                .filter(entry -> before == null || entry.sequence() < before)
                .sorted(Comparator.comparing(Entry::sequence).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditedEntry> page(@Nullable String after, Instant before, int limit) {
        return all.stream()
                .dropWhile(entry -> after != null && !entry.id().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit)
                .map(InMemoryEntries::audited)
                .toList();
    }

    @Override
    public Optional<AuditedEntry> at(String account, long sequence) {
        return of(account)
                .filter(entry -> entry.sequence() == sequence)
                .findFirst()
                .map(InMemoryEntries::audited);
    }

    private static AuditedEntry audited(Entry entry) {
        return new AuditedEntry(
                entry.id(),
                entry.account(),
                entry.sequence(),
                entry.amount(),
                entry.balance(),
                entry.lifetime(),
                entry.legs());
    }
}
