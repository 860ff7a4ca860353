/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as its case has it.
 *
 * @param settledBy the number of the decision that answered it, 0 until then
 */
public record CaseReport(
        String reporterId, Category category, @Nullable String note, Instant at, double weight, int settledBy) {

    static CaseReport of(Report report) {
        return new CaseReport(report.reporterId(), report.category(), report.note(), report.at(), report.weight(), 0);
    }

    public boolean isSettled() {
        return settledBy > 0;
    }

    CaseReport settledIn(int decision) {
        return isSettled() ? this : new CaseReport(reporterId, category, note, at, weight, decision);
    }
}
