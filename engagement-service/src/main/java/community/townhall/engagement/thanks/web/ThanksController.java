/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks.web;

import community.townhall.engagement.member.JoinCommunity;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.target.Targets;
import community.townhall.engagement.thanks.AllThanks;
import community.townhall.engagement.thanks.SayThanks;
import community.townhall.engagement.thanks.Thanks;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Thanks", description = "What members thank one another for, with a word")
@RequestMapping("/api/engagement")
class ThanksController {

    private static final String ONE = "/thanks/{type:post|comment}/{id}";

    private final SayThanks say;
    private final AllThanks thanks;
    private final Targets targets;
    private final community.townhall.engagement.member.Members members;
    private final JoinCommunity join;

    ThanksController(
            SayThanks say,
            AllThanks thanks,
            Targets targets,
            community.townhall.engagement.member.Members members,
            JoinCommunity join) {
        this.say = say;
        this.thanks = thanks;
        this.targets = targets;
        this.members = members;
        this.join = join;
    }

    record Word(
            @Schema(minLength = 1, maxLength = Thanks.LONGEST, description = "In Markdown") @NotNull
            String word) {}

    record MemberView(String id, @Nullable String name) {}

    /** @param status {@code PUBLISHED} once others see it */
    record OwnThanksView(
            String id,
            String type,
            String targetId,
            String word,

            @Schema(allowableValues = {"PENDING", "PUBLISHED", "HELD", "REJECTED", "HIDDEN", "REMOVED"})
            Thanks.Status status,

            Instant at) {

        static OwnThanksView of(Thanks thanks) {
            return new OwnThanksView(
                    thanks.id(),
                    label(thanks.targetType()),
                    thanks.targetId(),
                    thanks.word(),
                    thanks.status(),
                    thanks.at());
        }
    }

    /** @param html the word, safe to put into a page */
    record ThanksView(
            String id, MemberView from, MemberView to, String type, String targetId, String html, Instant at) {}

    @PutMapping(ONE)
    @Members
    @Operation(
            summary = "Thank the author of a post or comment, or say it in other words",
            description = "It is screened, and then seen on their profile")
    OwnThanksView sayThanks(
            Caller caller, @PathVariable String type, @PathVariable String id, @Valid @RequestBody Word word) {
        join.unlessJoined(caller.memberId(), caller.name());
        return OwnThanksView.of(say.say(caller.memberId(), typed(type), id, word.word()));
    }

    @GetMapping(ONE)
    @Members
    @Operation(summary = "My thanks for a post or comment")
    OwnThanksView getOwnThanks(Caller caller, @PathVariable String type, @PathVariable String id) {
        return thanks.find(thanks.idOf(caller.memberId(), typed(type), id))
                .filter(found -> found.status() != Thanks.Status.WITHDRAWN)
                .map(OwnThanksView::of)
                .orElseThrow(() -> Refusal.unknown("thanks", id));
    }

    @DeleteMapping(ONE)
    @Members
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take my thanks back, for good", description = "Where there are none, nothing is done")
    void takeBackThanks(Caller caller, @PathVariable String type, @PathVariable String id) {
        say.takeBack(caller.memberId(), typed(type), id);
    }

    @GetMapping("/thanks/{id}")
    @Public
    @Operation(
            summary = "One thanks",
            description = "While it, or what it is for, is not to be seen: for moderators and whoever said it alone")
    ThanksView getThanks(@Nullable Caller caller, @PathVariable String id) {
        return thanks.find(id)
                .filter(found -> mayRead(caller, found))
                .map(found -> view(found, namesOf(List.of(found))))
                .orElseThrow(() -> Refusal.unknown("thanks", id));
    }

    private boolean mayRead(@Nullable Caller caller, Thanks found) {
        boolean withdrawn = found.status() == Thanks.Status.WITHDRAWN;
        return (caller != null && (caller.isModerator() || (caller.memberId().equals(found.memberId()) && !withdrawn)))
                || (found.isVisible() && !seenTargets(List.of(found)).isEmpty());
    }

    @GetMapping("/members/{id}/thanks")
    @Public
    @Operation(
            summary = "What others thank a member for, latest first",
            description =
                    "Thanks for what is not to be seen are left out, so that a page may be shorter than asked for")
    Page<ThanksView> listThanks(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.TIME_AND_ID) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        if (!members.isKnown(id)) {
            throw Refusal.unknown("member", id);
        }
        CursorList list = CursorList.of("thanks", id);
        Cursor from = list.decode(cursor, 2);
        List<Thanks> found =
                thanks.to(id, from == null ? null : from.instant(0), from == null ? null : from.text(1), limit + 1);
        Page<Thanks> page = Page.of(found, limit, last -> list.cursor(last.at(), last.id()));
        return new Page<>(views(page.items()), page.next());
    }

    private List<ThanksView> views(List<Thanks> found) {
        Set<String> seen = seenTargets(found);
        Map<String, String> names = namesOf(found);
        return found.stream()
                .filter(one -> seen.contains(one.targetId()))
                .map(one -> view(one, names))
                .toList();
    }

    private Set<String> seenTargets(List<Thanks> found) {
        Map<TargetType, Set<String>> targetsOf = found.stream()
                .collect(Collectors.groupingBy(
                        Thanks::targetType, Collectors.mapping(Thanks::targetId, Collectors.toSet())));
        return targetsOf.entrySet().stream()
                .flatMap(entry -> targets.known(entry.getKey(), entry.getValue()).stream())
                .filter(Target::visible)
                .map(Target::id)
                .collect(Collectors.toSet());
    }

    private Map<String, String> namesOf(List<Thanks> found) {
        return members.namesOf(found.stream()
                .flatMap(one -> Stream.of(one.memberId(), one.toId()))
                .distinct()
                .toList());
    }

    private static ThanksView view(Thanks one, Map<String, String> names) {
        return new ThanksView(
                one.id(),
                new MemberView(one.memberId(), names.get(one.memberId())),
                new MemberView(one.toId(), names.get(one.toId())),
                label(one.targetType()),
                one.targetId(),
                Texts.render(one.word(), Markup.MARKDOWN, Place.COMMENT).html(),
                one.at());
    }

    private static TargetType typed(String type) {
        return TargetType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private static String label(TargetType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
