/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What came of the rows of one kind. Safe to be told by many threads. */
public final class KindTally {

    private final LongAdder read = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final Map<String, LongAdder> skipped = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> remarks = new ConcurrentSkipListMap<>();
    private volatile long present;

    public void read() {
        read.increment();
    }

    public void accepted() {
        accepted.increment();
    }

    /** @param reason in words, the same for all rows alike */
    public void skipped(String reason) {
        skipped.computeIfAbsent(reason, each -> new LongAdder()).increment();
    }

    /** Notes something about a row that was imported all the same. */
    public void remark(String what) {
        remarks.computeIfAbsent(what, each -> new LongAdder()).increment();
    }

    /** @param count what the suite itself says it holds */
    public void present(long count) {
        this.present = count;
    }

    /**
     * The figures as they stand.
     *
     * @param skipped rows left out, by reason
     * @param remarks rows imported with something worth knowing, by what it is
     */
    public record Figures(
            long read, long accepted, long present, Map<String, Long> skipped, Map<String, Long> remarks) {

        /** Whether every row is accounted for and all that was accepted is there. */
        public boolean reconciles() {
            long left = skipped.values().stream().mapToLong(Long::longValue).sum();
            return read == accepted + left && accepted == present;
        }
    }

    public Figures figures() {
        return new Figures(read.sum(), accepted.sum(), present, sums(skipped), sums(remarks));
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }
}
