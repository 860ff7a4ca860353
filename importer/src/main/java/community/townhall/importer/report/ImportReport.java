/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * How an import ended.
 *
 * @param seconds from the first row to the settled suite
 * @param files what is wrong with whole files, by name: each may have cost rows that nobody can count
 * @param kinds the figures of each kind of row, in the order they were imported
 */
public record ImportReport(double seconds, Map<String, List<String>> files, Map<String, KindTally.Figures> kinds) {

    /** How many rows a terminal shows by name; the JSON has more. */
    private static final int MOST_NAMES = 20;

    /** Whether every kind reconciles. */
    public boolean reconciles() {
        return kinds.values().stream().allMatch(KindTally.Figures::reconciles);
    }

    /** Whether it reconciles, no kind was lost from its first row to its last, and every file was whole. */
    public boolean succeeded() {
        return reconciles() && files.isEmpty() && kinds.values().stream().noneMatch(KindTally.Figures::lostAltogether);
    }

    /** The reconciliation, for people. */
    public void printTo(PrintStream out) {
        out.printf("%n%-12s %10s %10s %10s %10s %10s%n", "", "read", "accepted", "changed", "present", "skipped");
        kinds.forEach((kind, figures) -> {
            out.printf(
                    "%-12s %10d %10d %10d %10d %10d%s%n",
                    kind,
                    figures.read(),
                    figures.accepted(),
                    figures.changed().count(),
                    figures.present(),
                    figures.left(),
                    verdict(figures));
            figures.skipped().forEach((reason, count) -> out.printf("    %6d skipped: %s%n", count, reason));
            figures.remarks().forEach((what, count) -> out.printf("    %6d %s%n", count, what));
            name(out, figures.changed(), "changed there or here since an earlier import, left as they are here: row");
            name(out, figures.gone(), "of an earlier import are no longer in the dump, left as they were: row");
            if (figures.unaccounted() > 0) {
                out.printf("    %6d more are there, from earlier imports%n", figures.unaccounted());
            }
        });
        files.forEach((name, faults) -> out.printf("%n%s %s%n", name, String.join(", ", faults)));
        out.printf("%n%.1f seconds%n", seconds);
    }

    private static String verdict(KindTally.Figures figures) {
        if (!figures.reconciles()) {
            return "   does not reconcile";
        }
        return figures.lostAltogether() ? "   none came in" : "";
    }

    private static void name(PrintStream out, KindTally.Named named, String what) {
        if (named.count() > 0) {
            List<String> shown = named.rows().stream().limit(MOST_NAMES).toList();
            String more = named.count() > shown.size() ? ", …" : "";
            out.printf("    %6d %s %s%s%n", named.count(), what, String.join(", ", shown), more);
        }
    }
}
