/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.report;

import java.io.PrintStream;
import java.util.Map;

/**
 * How an import ended.
 *
 * @param seconds from the first row to the settled suite
 * @param kinds the figures of each kind of row, in the order they were imported
 */
public record ImportReport(double seconds, Map<String, KindTally.Figures> kinds) {

    /** Whether every kind reconciles. */
    public boolean reconciles() {
        return kinds.values().stream().allMatch(KindTally.Figures::reconciles);
    }

    /** The reconciliation, for people. */
    public void printTo(PrintStream out) {
        out.printf("%n%-12s %10s %10s %10s %10s%n", "", "read", "accepted", "present", "skipped");
        kinds.forEach((kind, figures) -> {
            long skipped = figures.skipped().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            out.printf(
                    "%-12s %10d %10d %10d %10d%s%n",
                    kind,
                    figures.read(),
                    figures.accepted(),
                    figures.present(),
                    skipped,
                    figures.reconciles() ? "" : "   does not reconcile");
            figures.skipped().forEach((reason, count) -> out.printf("    %6d skipped: %s%n", count, reason));
            figures.remarks().forEach((what, count) -> out.printf("    %6d %s%n", count, what));
        });
        out.printf("%n%.1f seconds%n", seconds);
    }
}
