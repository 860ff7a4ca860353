/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Credits claims and takes the credit back. Each entry is one insert that carries the whole decision; the uniqueness of
 * its sequence number proves that nobody else added to the chain since it was read, so several instances may work on one
 * account.
 */
public final class Ledger {

    private static final int STRIPES = 64;

    /** Some kilobytes each, so a share of the heap of all stripes together. */
    private static final int CHAINS_OF_A_STRIPE =
            (int) Math.clamp(Runtime.getRuntime().maxMemory() / (STRIPES * 100_000L), 4, 256);

    private static final int ATTEMPTS = 50;

    private final Entries entries;
    private final Supplier<String> ids;
    private final Clock clock;
    private final Stripe[] stripes = new Stripe[STRIPES];

    public Ledger(Entries entries, Supplier<String> ids, Clock clock) {
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /** What became of a wish to bring the chain in line. */
    public sealed interface Outcome {

        /** The chain said so already, and nothing was tried. */
        record Stood() implements Outcome {}

        /** An entry was added, by whomever. */
        record Booked() implements Outcome {}

        /**
         * The chain says otherwise, but was to be left alone.
         *
         * @param turn how many entries there are for the claim
         */
        record Unsettled(int turn) implements Outcome {}
    }

    private static final Outcome STOOD = new Outcome.Stood();
    private static final Outcome BOOKED = new Outcome.Booked();

    /** Like {@link #bring(Claim, boolean, Instant, Supplier, boolean, boolean)}, whatever is there for the claim. */
    public boolean bring(Claim claim, boolean due, Instant effectiveAt, Supplier<Terms> terms) {
        return bring(claim, due, effectiveAt, terms, false, true) instanceof Outcome.Booked;
    }

    /**
     * Makes the chain say whether the claim is credited.
     *
     * @param due whether it should be
     * @param effectiveAt when the points were earned, for a first credit
     * @param terms asked for at a first credit only
     * @param likelyNew whether there is most likely no entry for the claim yet, which saves looking: should there be one,
     *     its cause refuses a second
     * @param settled whether an earlier entry may be undone: what changes to and fro is not booked each time
     */
    public Outcome bring(
            Claim claim, boolean due, Instant effectiveAt, Supplier<Terms> terms, boolean likelyNew, boolean settled) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            boolean unlooked = likelyNew && due && attempt == 1;
            @Nullable Entry last = unlooked ? null : entries.lastOf(claim).orElse(null);
            boolean credited = last != null && last.isCredit();
            if (credited == due) {
                // After a lost race it is not known who appended what: to the caller, something changed.
                return attempt > 1 ? BOOKED : STOOD;
            }
            if (last != null && !settled) {
                return new Outcome.Unsettled(last.turn());
            }
            Instant earnedAt = last == null ? effectiveAt : last.effectiveAt();
            boolean appended = stripeOf(claim.account())
                    .append(
                            claim.account(),
                            Entry.dayOf(earnedAt),
                            position -> last == null
                                    ? position.credit(claim, terms.get(), ids.get(), earnedAt, clock.instant())
                                    : position.undo(last, ids.get(), clock.instant()));
            if (appended) {
                return BOOKED;
            }
        }
        throw new IllegalStateException(claim + " lost " + ATTEMPTS + " races in a row");
    }

    private Stripe stripeOf(String account) {
        return stripes[Math.floorMod(account.hashCode(), STRIPES)];
    }

    private interface Decision {
        Entry on(Position position);
    }

    /** One writer at a time for its accounts in this instance, and what this instance knows of their chains. */
    private final class Stripe {

        private final ReentrantLock lock = new ReentrantLock();
        private final Map<String, Chain> chains = new LinkedHashMap<>(16, 0.75f, true);

        boolean append(String account, LocalDate day, Decision decision) {
            lock.lock();
            try {
                Chain chain = chains.computeIfAbsent(
                        account,
                        unread -> new Chain(account, entries.last(account).orElse(null)));
                Entry next = decision.on(chain.positionAround(day));
                boolean appended = false;
                try {
                    appended = entries.append(next, LedgerEvent.of(next));
                } finally {
                    if (appended) {
                        chain.add(next);
                    } else {
                        // Somebody else added to it, or nobody knows: it is read anew.
                        chains.remove(account);
                    }
                    evictEldest();
                }
                return appended;
            } finally {
                lock.unlock();
            }
        }

        private void evictEldest() {
            Iterator<String> eldest = chains.keySet().iterator();
            while (chains.size() > CHAINS_OF_A_STRIPE && eldest.hasNext()) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    /**
     * A chain as it was read, with what was added to it here. It is a hint: when it is behind, its next sequence number is
     * taken and the entry refused, so whatever was decided by it came to nothing.
     */
    private final class Chain {

        private static final int PERIODS = 8;

        private final String account;
        private @Nullable Entry last;
        private final Map<String, Optional<Entry>> newestIn = new LinkedHashMap<>(16, 0.75f, true);

        Chain(String account, @Nullable Entry last) {
            this.account = account;
            if (last != null) {
                add(last);
            }
        }

        Position positionAround(LocalDate day) {
            Optional<Entry> today = newestIn(PeriodKind.DAY, day);
            Totals totals = new Totals(
                    today.map(entry -> entry.totals().credited()).orElseGet(Map::of),
                    today.map(entry -> entry.totals().day()).orElse(0L),
                    newestIn(PeriodKind.WEEK, day)
                            .map(entry -> entry.totals().week())
                            .orElse(0L),
                    newestIn(PeriodKind.MONTH, day)
                            .map(entry -> entry.totals().month())
                            .orElse(0L));
            return Position.after(last, totals);
        }

        private Optional<Entry> newestIn(PeriodKind kind, LocalDate day) {
            if (last == null || kind.from(day).isAfter(last.latestDay())) {
                return Optional.empty(); // what is earned in order of time needs no look back
            }
            return newestIn.computeIfAbsent(kind.keyOf(day), key -> entries.lastIn(account, kind, day));
        }

        /** The last entry is also the newest of its day, its week and its month. */
        void add(Entry next) {
            last = next;
            for (PeriodKind kind : PeriodKind.values()) {
                newestIn.put(kind.keyOf(next.day()), Optional.of(next));
            }
            Iterator<String> eldest = newestIn.keySet().iterator();
            while (newestIn.size() > PERIODS && eldest.hasNext()) {
                eldest.next();
                eldest.remove();
            }
        }
    }
}
