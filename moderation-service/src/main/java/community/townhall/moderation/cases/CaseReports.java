/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The reports that a case holds, so that it does not grow without end: those that weigh most of the open ones, and the last
 * that were answered. Every report is kept in a document of its own.
 */
public record CaseReports(List<CaseReport> all) {

    static final CaseReports NONE = new CaseReports(List.of());

    static final int MOST_OPEN = 100;
    static final int MOST_SETTLED = 50;

    public CaseReports {
        all = List.copyOf(all);
    }

    /** The sum of the weights of those that were not yet answered. */
    double score() {
        return open().mapToDouble(CaseReport::weight).sum();
    }

    boolean areAnswered() {
        return open().findAny().isEmpty();
    }

    /** Of those that were not yet answered, of which there is one. */
    String gravestCategory() {
        return open().map(CaseReport::category)
                .max(Comparator.comparingDouble(category -> category.gravity()))
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    boolean has(Report report) {
        return all.stream().anyMatch(known -> known.isOf(report));
    }

    /** With one more; the lightest of the open ones makes room. */
    CaseReports with(CaseReport added) {
        List<CaseReport> more = new ArrayList<>(all);
        more.add(added);
        List<CaseReport> open =
                more.stream().filter(report -> !report.isSettled()).toList();
        if (open.size() > MOST_OPEN) {
            more.remove(open.stream()
                    .min(Comparator.comparingDouble(CaseReport::weight))
                    .orElseThrow());
        }
        return new CaseReports(more);
    }

    /**
     * All of them settled by that decision or by an earlier one.
     *
     * @param leftInView the text that the decision leaves in view: reports of it and of earlier ones stay open; 0 for none
     */
    CaseReports settled(int decision, int leftInView) {
        List<CaseReport> before = all.stream().filter(CaseReport::isSettled).toList();
        Stream<CaseReport> now =
                open().map(report -> report.revisionReported() <= leftInView ? report : report.settledIn(decision));
        return new CaseReports(Stream.concat(before.stream().skip(Math.max(0, before.size() - MOST_SETTLED)), now)
                .toList());
    }

    /** Those answered by that decision. */
    List<CaseReport> settledBy(int decision) {
        return all.stream().filter(report -> report.settledBy() == decision).toList();
    }

    private Stream<CaseReport> open() {
        return all.stream().filter(report -> !report.isSettled());
    }
}
