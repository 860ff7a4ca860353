/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import community.townhall.moderation.report.Reports;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /**
     * A member's next report of the same subject is about a text that they have not reported, once the former one was
     * answered.
     *
     * @throws Refusal when it may not be reported, not by this member, or not any more today
     */
    public Report file(Request request) {
        List<Report> before = reports.by(request.reporterId(), request.targetId());
        Optional<Report> same = asked(before, request);
        if (same.isPresent()) {
            deliver(same.get());
            return same.get();
        }
        Content content = contents.find(request.targetId())
                .filter(found -> found.type().equals(request.targetType()) && isSeen(found))
                .orElseThrow(() -> Refusal.invalid(
                        "targetId",
                        "unknown",
                        "There is no visible %s %s".formatted(request.targetType(), request.targetId())));
        if (content.authorId().equals(request.reporterId())) {
            throw Refusal.invalid("targetId", "own", "Nobody reports what they wrote themselves");
        }
        int revision = Objects.requireNonNull(content.visible()).number();
        if (before.stream().anyMatch(report -> !report.answered() || report.revision() >= revision)) {
            throw reportedAlready();
        }
        return file(request, revision);
    }

    /** What stands under something that readers do not see is not seen either. */
    private boolean isSeen(Content content) {
        return content.isVisible()
                && (content.under() == null
                        || contents.find(content.under()).map(this::isSeen).orElse(true));
    }

    private Report file(Request request, int revision) {
        double weight = reports.accuracyOf(request.reporterId()).estimate()
                * request.category().gravity();
        Report report = new Report(
                request.targetId(),
                request.reporterId(),
                revision,
                request.category(),
                request.note(),
                now(),
                weight,
                request.requestId(),
                request.requestHash(),
                false);
        return switch (reports.file(report, mostADay)) {
            case FILED -> {
                deliver(report);
                yield report;
            }
            case ALREADY_FILED -> // by another request of the same moment, perhaps the same one
                asked(reports.by(request.reporterId(), request.targetId()), request)
                        .orElseThrow(FileReport::reportedAlready);
            case LIMIT_REACHED ->
                throw Refusal.tooMany("You have reported %d times today; that is enough".formatted(mostADay));
        };
    }

    private static Optional<Report> asked(List<Report> before, Request request) {
        return before.stream()
                .filter(report ->
                        request.requestHash() != null && report.requestId().equals(request.requestId()))
                .findFirst();
    }

    private static Refusal reportedAlready() {
        return Refusal.conflict("You have reported this already");
    }

    /** Brings the report into its case, unless it is there. */
    void deliver(Report report) {
        Content content = contents.find(report.targetId()).orElseThrow();
        docket.change(
                report.targetId(),
                () -> Case.open(content, CaseOrigin.REPORT, now()),
                found -> found.reports().has(report) ? found : found.reported(report, content, hidingScore, now()));
        reports.arrived(report);
    }

    private Instant now() {
        return clock.instant();
    }
}
