/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as its case has it.
 *
 * @param revision the text that was reported, absent for what release 0.1 took down
 * @param settledBy the number of the decision that answered it, 0 until then
 */
public record CaseReport(
        String reporterId,
        @Nullable Integer revision,
        Category category,
        @Nullable String note,
        Instant at,
        double weight,
        int settledBy) {

    static CaseReport of(Report report) {
        return new CaseReport(
                report.reporterId(),
                report.revision(),
                report.category(),
                report.note(),
                report.at(),
                report.weight(),
                0);
    }

    int revisionReported() {
        return revision == null ? 0 : revision;
    }

    boolean isOf(Report report) {
        return reporterId.equals(report.reporterId()) && revisionReported() == report.revision();
    }

    public boolean isSettled() {
        return settledBy > 0;
    }

    CaseReport settledIn(int decision) {
        return isSettled() ? this : new CaseReport(reporterId, revision, category, note, at, weight, decision);
    }
}
