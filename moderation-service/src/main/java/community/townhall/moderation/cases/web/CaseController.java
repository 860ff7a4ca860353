/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.web;

import community.townhall.community.member.KnownMembers;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Moderators;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Reference;
import community.townhall.moderation.cases.Case;
import community.townhall.moderation.cases.CaseAction;
import community.townhall.moderation.cases.CaseStatus;
import community.townhall.moderation.cases.Cases;
import community.townhall.moderation.cases.Moderator;
import community.townhall.moderation.cases.Proposal;
import community.townhall.moderation.cases.WorkOnCase;
import community.townhall.moderation.content.SubjectType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Cases", description = "What moderators have to look at, and what they decide")
@RequestMapping("/api/moderation")
class CaseController {

    private static final Set<CaseStatus> NOT_CLOSED = EnumSet.complementOf(EnumSet.of(CaseStatus.CLOSED));

    private final Cases cases;
    private final WorkOnCase workOnCase;
    private final KnownMembers members;
    private final Creations creations;
    private final KeyedRequests requests;
    private final Clock clock;

    CaseController(
            Cases cases,
            WorkOnCase workOnCase,
            KnownMembers members,
            Creations creations,
            KeyedRequests requests,
            Clock clock) {
        this.cases = cases;
        this.workOnCase = workOnCase;
        this.members = members;
        this.creations = creations;
        this.requests = requests;
        this.clock = clock;
    }

    record VersionRequest(@NotNull Long version) {}

    record NoteRequest(@NotBlank @Size(max = 5000) String text) {}

    record DecisionRequest(
            @NotNull CaseAction action,
            @Nullable @Size(max = 100) String rule,
            @Nullable @Size(max = 2000) String explanation,
            @NotNull Long version) {}

    record ActRequest(
            @NotNull @Pattern(regexp = SubjectType.FORM) String targetType,
            @NotNull @Reference @Size(max = 100) String targetId,
            @NotNull CaseAction action,
            @Nullable @Size(max = 100) String rule,
            @Nullable @Size(max = 2000) String explanation) {}

    @GetMapping("/cases")
    @Moderators
    @Operation(
            summary = "Cases, the longest open first; those that are not closed unless a status is asked for",
            description = "What is about the caller's own content is left out, here and everywhere: the reported learn "
                    + "nothing of the report.")
    Page<CaseView> listCases(
            Caller caller,
            @RequestParam @Nullable CaseStatus status,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.TIME_AND_ID) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        CursorList list = CursorList.of("cases", status);
        Cursor from = list.decode(cursor, 2);
        Cases.Place after = from == null ? null : new Cases.Place(from.instant(0), from.text(1));
        Instant now = clock.instant();
        List<Case> found =
                cases.list(status == null ? NOT_CLOSED : Set.of(status), caller.memberId(), now, after, limit + 1);
        Map<String, String> names =
                members.namesOf(found.stream().map(Case::authorId).collect(Collectors.toSet()));
        return Page.of(found, limit, last -> list.cursor(last.openedAt(), last.id()))
                .map(each -> CaseView.listed(each, names, now));
    }

    @GetMapping("/cases/{id}")
    @Moderators
    @Operation(summary = "A case with all that is known about it")
    CaseView getCase(Caller caller, @PathVariable String id) {
        return view(workOnCase.find(id, moderator(caller)));
    }

    @PostMapping("/cases/{id}/claim")
    @Moderators
    @Operation(summary = "Work on a case; others keep off until the claim expires")
    CaseView claimCase(Caller caller, @PathVariable String id, @Valid @RequestBody VersionRequest request) {
        return view(workOnCase.claim(id, request.version(), moderator(caller)));
    }

    @PostMapping("/cases/{id}/release")
    @Moderators
    @Operation(summary = "Leave a case to others")
    CaseView releaseCase(Caller caller, @PathVariable String id, @Valid @RequestBody VersionRequest request) {
        return view(workOnCase.release(id, request.version(), moderator(caller)));
    }

    @PostMapping("/cases/{id}/queue")
    @Moderators
    @Operation(summary = "Set a case aside for later")
    CaseView queueCase(Caller caller, @PathVariable String id, @Valid @RequestBody VersionRequest request) {
        return view(workOnCase.queue(id, request.version(), moderator(caller)));
    }

    @PostMapping("/cases/{id}/escalate")
    @Moderators
    @Operation(summary = "Leave a case to the operators")
    CaseView escalateCase(Caller caller, @PathVariable String id, @Valid @RequestBody VersionRequest request) {
        return view(workOnCase.escalate(id, request.version(), moderator(caller)));
    }

    @PostMapping("/cases/{id}/reopen")
    @Moderators
    @Operation(summary = "Look at a closed case again")
    CaseView reopenCase(Caller caller, @PathVariable String id, @Valid @RequestBody VersionRequest request) {
        return view(workOnCase.reopen(id, request.version(), moderator(caller)));
    }

    @PostMapping("/cases/{id}/notes")
    @Moderators
    @Operation(summary = "Leave other moderators a note")
    CaseView addNote(Caller caller, @PathVariable String id, @Valid @RequestBody NoteRequest request) {
        return view(workOnCase.note(id, request.text(), moderator(caller)));
    }

    @PostMapping("/cases/{id}/decision")
    @Moderators
    @Operation(summary = "Decide a case, which closes it and answers its reports")
    CaseView decideCase(Caller caller, @PathVariable String id, @Valid @RequestBody DecisionRequest request) {
        Proposal proposal = new Proposal(request.action(), request.rule(), request.explanation(), null, null);
        return view(workOnCase.decide(id, request.version(), proposal, moderator(caller)));
    }

    @PostMapping("/decisions")
    @Moderators
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Decide on any content, reported or not")
    CaseView decideOnContent(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody ActRequest request) {
        Creation creation = creations.of("decision", caller.memberId(), idempotencyKey, request);
        Proposal proposal = new Proposal(
                request.action(), request.rule(), request.explanation(), creation.id(), creation.requestHash());
        return view(requests.carriedOut(
                creation,
                () -> workOnCase.act(
                        new SubjectType(request.targetType()), request.targetId(), proposal, moderator(caller))));
    }

    private CaseView view(Case subject) {
        return CaseView.of(subject, members.namesOf(Set.of(subject.authorId())), clock.instant());
    }

    private static Moderator moderator(Caller caller) {
        return new Moderator(caller.memberId(), caller.isOperator());
    }
}
