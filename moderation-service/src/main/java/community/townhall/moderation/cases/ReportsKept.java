/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which reports a case holds, so that it does not grow without end: those that weigh most of the open ones, and the last
 * that were answered. Every report is kept in a document of its own.
 */
final class ReportsKept {

    static final int MOST_OPEN = 100;
    static final int MOST_SETTLED = 50;

    private ReportsKept() {}

    /** With one more; the lightest of the open ones makes room. */
    static List<CaseReport> with(List<CaseReport> reports, CaseReport added) {
        List<CaseReport> all = new ArrayList<>(reports);
        all.add(added);
        List<CaseReport> open =
                all.stream().filter(report -> !report.isSettled()).toList();
        if (open.size() > MOST_OPEN) {
            all.remove(open.stream()
                    .min(Comparator.comparingDouble(CaseReport::weight))
                    .orElseThrow());
        }
        return all;
    }

    /**
     * All of them settled by that decision or by an earlier one.
     *
     * @param leftInView the text that the decision leaves in view: reports of it and of earlier ones stay open; 0 for none
     */
    static List<CaseReport> settled(List<CaseReport> reports, int decision, int leftInView) {
        List<CaseReport> before = reports.stream().filter(CaseReport::isSettled).toList();
        Stream<CaseReport> now = reports.stream()
                .filter(report -> !report.isSettled())
                .map(report -> report.revisionReported() <= leftInView ? report : report.settledIn(decision));
        return Stream.concat(before.stream().skip(Math.max(0, before.size() - MOST_SETTLED)), now)
                .toList();
    }
}
