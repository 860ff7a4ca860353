/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member.web;

import community.townhall.engagement.imported.Imported;
import community.townhall.engagement.member.DisplayName;
import community.townhall.engagement.member.JoinCommunity;
import community.townhall.engagement.member.Member;
import community.townhall.engagement.member.MemberEvent;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@Tag(name = "Members", description = "Who takes part")
@RequestMapping("/api/engagement/members")
class MemberController {

    private final community.townhall.engagement.member.Members members;
    private final JoinCommunity join;
    private final Creations creations;
    private final Clock clock;

    MemberController(
            community.townhall.engagement.member.Members members,
            JoinCommunity join,
            Creations creations,
            Clock clock) {
        this.members = members;
        this.join = join;
        this.creations = creations;
        this.clock = clock;
    }

    record Profile(
            @Schema(minLength = 1, maxLength = 80) @Nullable String displayName) {}

    record ImportedMember(
            @NotNull @Size(min = 1, max = 1000) String displayName,
            @NotNull Imported imported) {}

    @PutMapping("/me")
    @Members
    @Operation(summary = "Join, or change how I present myself")
    MemberView putOwnProfile(Caller caller, @RequestBody(required = false) @Nullable Profile profile) {
        Optional<DisplayName> name = Optional.ofNullable(profile)
                .map(Profile::displayName)
                .map(text -> caller.isModerator() ? DisplayName.of(text) : DisplayName.ofMember(text));
        return MemberView.of(join.as(caller.memberId(), caller.name(), name));
    }

    @GetMapping("/me")
    @Members
    @Operation(summary = "My profile")
    MemberView getOwnProfile(Caller caller) {
        return getMember(caller.memberId());
    }

    @GetMapping("/{id}")
    @Public
    @Operation(summary = "A member's profile")
    MemberView getMember(@PathVariable String id) {
        return MemberView.of(members.find(id).orElseThrow(() -> Refusal.unknown("member", id)));
    }

    @PostMapping
    @Operators
    @Operation(summary = "Import a member of another community")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MemberView> importMember(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ImportedMember request) {
        Imported.Complete imported = request.imported().complete(caller.isOperator(), "", clock.instant());
        Creation creation = creations.ofImport(imported.origin(), key, request);
        Member member = new Member(
                creation.id(),
                1,
                DisplayName.imported(request.displayName()),
                imported.at(),
                imported.origin(),
                creation.requestHash());
        if (!members.add(new MemberEvent.Joined(member))) {
            member = members.find(creation.id()).orElseThrow();
            creation.mustMatch(member.requestHash());
        }
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/engagement/members/{id}")
                        .build(member.id()))
                .body(MemberView.of(member));
    }
}
