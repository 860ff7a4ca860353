/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import community.townhall.moderation.report.Accuracy;
import community.townhall.moderation.report.Report;
import community.townhall.moderation.report.Reports;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reports that all come from members who never reported before. */
final class ReportsInMemory implements Reports {

    @Override
    public Filing file(Report report, int mostADay) {
        return Filing.FILED;
    }

    @Override
    public List<Report> by(String reporterId, String targetId) {
        return List.of();
    }

    @Override
    public Accuracy accuracyOf(String reporterId) {
        return new Accuracy(0, 0);
    }

    @Override
    public void arrived(Report report) {}

    @Override
    public List<Report> onTheWay(Instant filedBefore, int limit) {
        return List.of();
    }

    @Override
    public void settle(Collection<String> ids, int decision, boolean upheld) {}
}
