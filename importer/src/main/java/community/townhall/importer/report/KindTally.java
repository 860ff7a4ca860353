/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What came of the rows of one kind. Safe to be told by many threads. */
public final class KindTally {

    private final LongAdder read = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder elsewhere = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final Map<String, LongAdder> skipped = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> remarks = new ConcurrentSkipListMap<>();
    private final Naming changed = new Naming();
    private final Naming gone = new Naming();
    private volatile long present;

    public void read() {
        read.increment();
    }

    public void accepted() {
        accepted.increment();
    }

    /** A row that is there in other words, of an earlier import or of who changed it here since. It was left as it was. */
    public void changed(String row) {
        changed.add(row);
    }

    /**
     * A row that counts as accepted, and of which a part turns out to be {@link #changed}. It counts as changed instead.
     */
    public void changedInPart(String row) {
        accepted.decrement();
        changed.add(row);
    }

    /** A row that an earlier import brought and this dump lacks. It was left as it was. */
    public void gone(String row) {
        gone.add(row);
    }

    /**
     * A row that should have come in and did not.
     *
     * @param reason in words, the same for all rows alike
     */
    public void skipped(String reason) {
        lost.increment();
        leftOut(reason);
    }

    /**
     * A row that is nothing here, or of which nobody can say what it was.
     *
     * @param reason in words, the same for all rows alike
     */
    public void leftOut(String reason) {
        skipped.computeIfAbsent(reason, each -> new LongAdder()).increment();
    }

    /** Notes something about a row that was imported all the same. */
    public void remark(String what) {
        remarks.computeIfAbsent(what, each -> new LongAdder()).increment();
    }

    /** Notes that what a row stands for was there before any import, and is not counted as imported by the suite. */
    public void elsewhere(String what) {
        elsewhere.increment();
        remark(what);
    }

    /** @param count what the suite itself says it holds */
    public void present(long count) {
        this.present = count;
    }

    /**
     * Rows by name.
     *
     * @param rows at most {@value Naming#MOST_NAMES} of them
     */
    public record Named(long count, List<String> rows) {}

    /**
     * The figures as they stand.
     *
     * @param accepted rows the suite took now or had as they are
     * @param changed rows that are there, but other than the dump has them
     * @param gone rows of an earlier import that this dump lacks
     * @param present what the suite says it holds, with what was there before any import
     * @param skipped rows left out, by reason
     * @param lost of these, the ones that should have come in
     * @param remarks rows imported with something worth knowing, by what it is
     */
    public record Figures(
            long read,
            long accepted,
            Named changed,
            Named gone,
            long present,
            Map<String, Long> skipped,
            long lost,
            Map<String, Long> remarks) {

        /** Rows left out, for whatever reason. */
        public long left() {
            return skipped.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many more the suite holds than this dump and the earlier imports known here account for. */
        public long unaccounted() {
            return present - accepted - changed.count() - gone.count();
        }

        /** Whether every row is accounted for and all that was accepted is there. */
        public boolean reconciles() {
            return read == accepted + changed.count() + left() && present >= accepted + changed.count();
        }

        /** Whether nothing came in of what should have: that is no odd row, but something wrong with all. */
        public boolean lostAltogether() {
            return lost > 0 && accepted + changed.count() == 0;
        }
    }

    public Figures figures() {
        return new Figures(
                read.sum(),
                accepted.sum(),
                changed.named(),
                gone.named(),
                present + elsewhere.sum(),
                sums(skipped),
                lost.sum(),
                sums(remarks));
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }

    /** Counts all, and keeps the names of the first. */
    private static final class Naming {

        private static final int MOST_NAMES = 1000;

        private final List<String> names = new ArrayList<>();
        private long count;

        private synchronized void add(String name) {
            count++;
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        }

        private synchronized Named named() {
            return new Named(count, names.stream().sorted().toList());
        }
    }
}
