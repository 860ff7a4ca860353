/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.web;

import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import community.townhall.kit.web.Reference;
import community.townhall.moderation.cases.FileReport;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.report.Category;
import community.townhall.moderation.report.Report;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reports", description = "What members think moderators should look at")
@RequestMapping("/api/moderation/reports")
class ReportController {

    private final FileReport fileReport;
    private final Creations creations;
    private final KeyedRequests requests;

    ReportController(FileReport fileReport, Creations creations, KeyedRequests requests) {
        this.fileReport = fileReport;
        this.creations = creations;
        this.requests = requests;
    }

    record ReportRequest(
            @NotNull @Pattern(regexp = SubjectType.FORM) String targetType,
            @NotNull @Reference @Size(max = 100) String targetId,
            @NotNull Category category,
            @Nullable @Size(max = 1000) String note) {}

    /** What the reporter sees: nothing of the case but its name. */
    record ReportView(
            String id,
            String caseId,
            String targetType,
            String targetId,
            Category category,
            @Nullable String note,
            Instant at) {}

    @PostMapping
    @Members
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report a post, a comment or whatever else is moderated, once and within the day's limit")
    ReportView fileReport(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody ReportRequest request) {
        Creation creation = creations.of("report", caller.memberId(), idempotencyKey, request);
        FileReport.Request filed = new FileReport.Request(
                new SubjectType(request.targetType()),
                request.targetId(),
                caller.memberId(),
                request.category(),
                request.note(),
                creation.id(),
                creation.requestHash());
        Report report = requests.carriedOut(creation, () -> fileReport.file(filed));
        return new ReportView(
                report.id(),
                report.targetId(),
                request.targetType(),
                report.targetId(),
                report.category(),
                report.note(),
                report.at());
    }
}
