/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard;

import community.townhall.rewards.ledger.Entries;
import community.townhall.rewards.ledger.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the standings up to an account's entries. An entry says where the account stands after it, in absolute figures,
 * so folding it in again, or late, changes nothing.
 */
public final class FoldStandings {

    private static final int BATCH = 500;
    private static final int REMEMBERED = 10_000;

    private final Entries entries;
    private final Standings standings;
    private final Map<String, Stretch> folded = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stretch> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** The entries of an account that this instance has folded in: those past one, up to another. */
    private record Stretch(long past, long upTo) {

        boolean holds(long sequence) {
            return past < sequence && sequence <= upTo;
        }
    }

    public FoldStandings(Entries entries, Standings standings) {
        this.entries = entries;
        this.standings = standings;
    }

    /** Folds in that entry, and with it all that have followed: the more there are, the less each costs. */
    public void include(String account, long sequence) {
        Stretch done = folded.get(account);
        if (done != null && done.holds(sequence)) {
            return;
        }
        // What went before this instance's first entry of the account is somebody else's, or comes late.
        Stretch before = done != null && sequence > done.upTo() ? done : new Stretch(sequence - 1, sequence - 1);
        Stretch next = fold(account, before);
        if (done == null || next.upTo() > done.upTo()) {
            folded.put(account, next);
        }
    }

    private Stretch fold(String account, Stretch done) {
        Stretch reached = done;
        List<Entry> fresh;
        do {
            fresh = entries.after(account, reached.upTo(), BATCH);
            if (!fresh.isEmpty()) {
                Map<String, Standing> newest = new LinkedHashMap<>();
                fresh.stream().flatMap(Standing::of).forEach(standing -> newest.put(standing.board(), standing));
                standings.raise(newest.values());
                reached = new Stretch(done.past(), fresh.getLast().sequence());
            }
        } while (fresh.size() == BATCH);
        return reached;
    }
}
