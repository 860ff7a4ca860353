/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.cases.CaseRefused.Kind;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import community.townhall.moderation.report.Reports;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a member's report to its case. The report is written down first, which holds the limits; should its way to the
 * case be cut off, {@link #deliver} finishes it later.
 */
public final class FileReport {

    private final Docket docket;
    private final Contents contents;
    private final Reports reports;
    private final int mostADay;
    private final double hidingScore;
    private final Clock clock;

    FileReport(Docket docket, Contents contents, Reports reports, int mostADay, double hidingScore, Clock clock) {
        this.docket = docket;
        this.contents = contents;
        this.reports = reports;
        this.mostADay = mostADay;
        this.hidingScore = hidingScore;
        this.clock = clock;
    }

    /**
     * What a member asks for.
     *
     * @param requestId names the request; the same one again is answered alike
     * @param requestHash of its body, absent when it may not be repeated
     */
    public record Request(
            SubjectType targetType,
            String targetId,
            String reporterId,
            Category category,
            @Nullable String note,
            String requestId,
            @Nullable String requestHash) {}

    /** @throws CaseRefused when it may not be reported, not by this member, or not any more today */
    public Report file(Request request) {
        Optional<Report> before = reports.find(request.targetId(), request.reporterId());
        return before.isPresent() ? again(before.get(), request) : fileFirst(request);
    }

    private Report fileFirst(Request request) {
        Content content = contents.find(request.targetId())
                .filter(found -> found.type() == request.targetType() && found.isVisible())
                .orElseThrow(() -> CaseRefused.invalid(
                        "targetId",
                        "unknown",
                        "There is no visible %s %s".formatted(request.targetType(), request.targetId())));
        if (content.authorId().equals(request.reporterId())) {
            throw CaseRefused.invalid("targetId", "own", "Nobody reports what they wrote themselves");
        }
        double weight = reports.accuracyOf(request.reporterId()).estimate()
                * request.category().gravity();
        Report report = new Report(
                request.targetId(),
                request.reporterId(),
                request.category(),
                request.note(),
                now(),
                weight,
                request.requestId(),
                request.requestHash());
        return switch (reports.file(report, mostADay)) {
            case FILED -> {
                deliver(report);
                yield report;
            }
            case ALREADY_FILED ->
                again(reports.find(request.targetId(), request.reporterId()).orElseThrow(), request);
            case LIMIT_REACHED ->
                throw CaseRefused.because(
                        Kind.TOO_MANY, "You have reported %d times today; that is enough".formatted(mostADay));
        };
    }

    private Report again(Report before, Request request) {
        if (request.requestHash() == null || !before.requestId().equals(request.requestId())) {
            throw CaseRefused.because(Kind.CONFLICT, "You have reported this already");
        }
        deliver(before);
        return before;
    }

    /** Brings the report into its case, unless it is there. */
    void deliver(Report report) {
        Content content = contents.find(report.targetId()).orElseThrow();
        docket.change(
                report.targetId(),
                () -> Case.open(content, CaseOrigin.REPORT, now()),
                found -> found.hasReportOf(report.reporterId())
                        ? found
                        : found.reported(report, content, hidingScore, now()));
        reports.arrived(report);
    }

    private Instant now() {
        return clock.instant();
    }
}
