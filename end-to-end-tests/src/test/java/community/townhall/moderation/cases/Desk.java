/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.messaging.EventConsumer;
import community.townhall.moderation.audit.AuditLog;
import community.townhall.moderation.audit.EnterDeed;
import community.townhall.moderation.cases.messaging.CasesWiring;
import community.townhall.moderation.content.ApplyRuling;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Reports;
import community.townhall.moderation.screening.LiftRepeats;
import community.townhall.moderation.screening.ScreenSubmission;
import community.townhall.moderation.screening.messaging.ScreeningWiring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moderation's use cases put together without a store. */
public final class Desk {

    private static final double HIDING_SCORE = 2.5;
    private static final Moderator MODERATOR = new Moderator("moderator", true);

    private final CasesInMemory cases = new CasesInMemory();
    private final Reports reports;
    private final WorkOnCase work;
    private final FileReport fileReport;
    private final FollowDeletion followDeletion;
    private final FollowScreening followScreening;
    private int reporters;

    public Desk(Contents contents, Reports reports, AuditLog audit, Clock clock) {
        CarryOut carryOut = new CarryOut(cases, new ApplyRuling(contents), reports, new EnterDeed(audit), _ -> {});
        Docket docket = new Docket(cases, carryOut, contents, clock);
        this.reports = reports;
        this.work = new WorkOnCase(docket, contents, Duration.ofMinutes(30), clock);
        this.fileReport = new FileReport(docket, contents, reports, 10, HIDING_SCORE, clock);
        this.followDeletion = new FollowDeletion(docket, cases, contents, this::closeBelow);
        this.followScreening = new FollowScreening(docket, cases, contents, clock);
    }

    /** The job, from its first step to its last. */
    private void closeBelow(String subjectId, Instant deletedAt) {
        Optional<String> next = followDeletion.closeBelow(subjectId, deletedAt, null);
        while (next.isPresent()) {
            next = followDeletion.closeBelow(subjectId, deletedAt, next.get());
        }
    }

    public EventConsumer texts(ScreenSubmission screenSubmission, LiftRepeats liftRepeats) {
        return ScreeningWiring.texts(screenSubmission, followDeletion, liftRepeats);
    }

    public EventConsumer screenings() {
        return CasesWiring.screenings(followScreening);
    }

    /** @throws community.townhall.kit.refusal.Refusal as a moderator would be told */
    public void decide(SubjectType type, String id, CaseAction action) {
        work.act(type, id, new Proposal(action, "rule", "Because", null, null), MODERATOR);
    }

    /** By another member each time. */
    public void report(SubjectType type, String id) {
        fileReport.file(new FileReport.Request(
                type, id, "reporter-" + ++reporters, Category.SPAM, null, "request-" + reporters, null));
    }

    public Optional<Case> caseOf(String id) {
        return cases.find(id);
    }

    public Reports reports() {
        return reports;
    }
}
