/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.web;

import community.townhall.engagement.imported.Imported;
import community.townhall.engagement.member.JoinCommunity;
import community.townhall.engagement.reaction.ImportedRow;
import community.townhall.engagement.reaction.MemberReactions;
import community.townhall.engagement.reaction.React;
import community.townhall.engagement.reaction.React.Standing;
import community.townhall.engagement.reaction.ReactionKind;
import community.townhall.engagement.reaction.Reactions;
import community.townhall.engagement.reaction.Reactor;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.target.Targets;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reactions", description = "Votes, likes, thanks, celebrations, bookmarks")
@RequestMapping("/api/engagement/reactions")
class ReactionController {

    private static final String ONE = "/{type:post|comment}/{targetId}/{kind}";
    private static final MemberReactions NONE = new MemberReactions(List.of());

    private final React react;
    private final Reactions reactions;
    private final Tallies tallies;
    private final Targets targets;
    private final JoinCommunity join;
    private final Creations creations;
    private final Clock clock;

    ReactionController(
            React react,
            Reactions reactions,
            Tallies tallies,
            Targets targets,
            JoinCommunity join,
            Creations creations,
            Clock clock) {
        this.react = react;
        this.reactions = reactions;
        this.tallies = tallies;
        this.targets = targets;
        this.join = join;
        this.creations = creations;
        this.clock = clock;
    }

    record ReactionRequest(@Nullable Imported imported) {}

    record StandingList(List<Standing> items) {}

    @PutMapping(ONE)
    @Members
    @Operation(
            summary = "React; up and down replace one another",
            description =
                    "What is imported without an authorId is by somebody unknown: it counts, and earns its giver nothing")
    Standing react(
            Caller caller,
            @PathVariable String type,
            @PathVariable String targetId,
            @PathVariable @Schema(allowableValues = {"up", "down", "like", "thanks", "celebrate", "bookmark"})
                    String kind,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable ReactionRequest request) {
        ReactionKind reaction = ReactionKind.labelled(kind);
        if (request != null && request.imported() != null) {
            Imported imported = request.imported();
            Imported.Complete complete = imported.complete(caller.isOperator(), "", clock.instant());
            Creation creation = creations.ofImport(complete.origin(), key, request);
            Reactor by = complete.authorId().isEmpty()
                    ? Reactor.unknown(creation.id())
                    : Reactor.member(complete.authorId());
            return react.give(
                    typed(type),
                    targetId,
                    by,
                    reaction,
                    complete.at(),
                    new ImportedRow(complete.origin(), creation.id()));
        }
        join.unlessJoined(caller.memberId(), caller.name());
        return react.give(typed(type), targetId, caller.memberId(), reaction);
    }

    @DeleteMapping(ONE)
    @Members
    @Operation(summary = "Take a reaction back")
    Standing withdrawReaction(
            Caller caller,
            @PathVariable String type,
            @PathVariable String targetId,
            @PathVariable @Schema(allowableValues = {"up", "down", "like", "thanks", "celebrate", "bookmark"})
                    String kind) {
        return react.withdraw(typed(type), targetId, caller.memberId(), ReactionKind.labelled(kind));
    }

    @GetMapping
    @Public
    @Operation(summary = "The reactions to many targets at once")
    StandingList listReactions(@Nullable Caller caller, @RequestParam @Size(min = 1, max = 100) List<String> target) {
        Set<String> targetIds = new LinkedHashSet<>(target);
        Map<String, Tally> counted = tallies.of(targetIds);
        Map<String, MemberReactions> mine =
                caller == null ? Map.of() : reactions.ofMember(caller.memberId(), targetIds);
        Set<String> seen = seen(caller, counted, mine);
        return new StandingList(targetIds.stream()
                .map(id -> {
                    Tally tally = seen.contains(id) ? counted.get(id) : null;
                    MemberReactions own = seen.contains(id) ? mine.getOrDefault(id, NONE) : NONE;
                    return new Standing(
                            id, own.seenWith(tally == null ? Map.of() : tally.reactions(), own), own.inForce());
                })
                .toList());
    }

    /** What was taken from view is to its readers as what was never there, and has no reactions. */
    private Set<String> seen(@Nullable Caller caller, Map<String, Tally> counted, Map<String, MemberReactions> mine) {
        Map<TargetType, Set<String>> reactedTo = new EnumMap<>(TargetType.class);
        counted.forEach((id, tally) -> reactedTo
                .computeIfAbsent(tally.targetType(), _ -> new HashSet<>())
                .add(id));
        mine.forEach((id, own) -> own.targetType()
                .ifPresent(type ->
                        reactedTo.computeIfAbsent(type, _ -> new HashSet<>()).add(id)));
        return reactedTo.entrySet().stream()
                .flatMap(of -> targets.known(of.getKey(), of.getValue()).stream())
                .filter(target -> target.visible() || isInsider(caller, target))
                .map(Target::id)
                .collect(Collectors.toSet());
    }

    private static boolean isInsider(@Nullable Caller caller, Target target) {
        return caller != null && (caller.isModerator() || caller.memberId().equals(target.authorId()));
    }

    private static TargetType typed(String type) {
        return TargetType.valueOf(type.toUpperCase(Locale.ROOT));
    }
}
