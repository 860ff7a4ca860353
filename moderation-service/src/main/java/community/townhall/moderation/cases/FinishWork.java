/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.report.Report;
import community.townhall.moderation.report.Reports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finishes what a crash or an outage left half done: reports on their way, effects not carried out. */
final class FinishWork {

    private static final Logger log = LoggerFactory.getLogger(FinishWork.class);
    private static final int AT_A_TIME = 100;

    private final Cases cases;
    private final CarryOut carryOut;
    private final Reports reports;
    private final FileReport fileReport;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long something must have waited: whoever began it comes first */
    FinishWork(Cases cases, CarryOut carryOut, Reports reports, FileReport fileReport, Duration patience, Clock clock) {
        this.cases = cases;
        this.carryOut = carryOut;
        this.reports = reports;
        this.fileReport = fileReport;
        this.patience = patience;
        this.clock = clock;
    }

    void sweep() {
        try {
            finish();
        } catch (RuntimeException e) {
            log.warn("The sweep goes on after: {}", e.toString());
        }
    }

    private void finish() {
        Instant before = clock.instant().minus(patience);
        for (Report report : reports.onTheWay(before, AT_A_TIME)) {
            attempt(report.id(), () -> fileReport.deliver(report));
        }
        for (Case left : cases.withEffects(before, AT_A_TIME)) {
            attempt(left.id(), () -> carryOut.effectsOf(left));
        }
    }

    /** One that fails does not keep the others waiting. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} could not be finished and will be tried again", what, e);
        }
    }
}
