/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.badge.web;

import community.townhall.kit.imported.ImportRules;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Creation;
import community.townhall.kit.web.Creations;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.Reference;
import community.townhall.rewards.badge.Badge;
import community.townhall.rewards.badge.Badge.BadgeClass;
import community.townhall.rewards.badge.Badges;
import community.townhall.texts.Lines;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/rewards")
@Tag(name = "Badges", description = "Badges that members hold")
class BadgeController {

    private final Badges badges;
    private final Creations creations;
    private final Clock clock;

    BadgeController(Badges badges, Creations creations, Clock clock) {
        this.badges = badges;
        this.creations = creations;
        this.clock = clock;
    }

    record Imported(
            @Nullable String origin,

            @Nullable @Reference @Size(max = ImportRules.LONGEST_AUTHOR_ID)
            String authorId,

            @NotNull Instant at) {

        String community() {
            return ImportRules.requiredOrigin(origin);
        }
    }

    record NewBadge(
            @NotNull @Reference @Size(max = 64) String memberId,

            @NotBlank @Size(max = 100) String name,
            @NotNull BadgeClass badgeClass,
            @Nullable @Valid Imported imported) {}

    record BadgeView(
            String id,
            String memberId,
            String name,
            BadgeClass badgeClass,
            @Nullable String origin,
            Instant awardedAt) {

        static BadgeView of(Badge badge) {
            return new BadgeView(
                    badge.id(), badge.memberId(), badge.name(), badge.badgeClass(), badge.origin(), badge.awardedAt());
        }
    }

    record ImportedCounts(long badges) {}

    @PostMapping("/badges")
    @Operators
    @Operation(summary = "Give a member a badge, or bring one along from another community")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BadgeView> awardBadge(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody NewBadge request) {
        Lines.flawIn(request.name()).ifPresent(flaw -> {
            throw Problems.invalid("name", flaw.rule(), "name " + flaw.message());
        });
        Imported imported = request.imported();
        if (imported != null) {
            ImportRules.brokenBy(imported.origin(), imported.authorId(), imported.at(), clock.instant())
                    .ifPresent(broken -> {
                        throw Problems.invalid(broken.field(), broken.rule(), broken.message());
                    });
        }
        Creation creation = imported == null
                ? creations.of("badge", caller.memberId(), idempotencyKey, request)
                : creations.ofImport(imported.community(), idempotencyKey, request);
        Badge badge = new Badge(
                creation.id(),
                request.memberId(),
                request.name(),
                request.badgeClass(),
                imported == null ? null : imported.community(),
                imported == null ? clock.instant() : imported.at().truncatedTo(ChronoUnit.MILLIS));
        Badges.Kept kept = badges.keep(badge, creation.requestHash());
        if (idempotencyKey != null) {
            creation.mustMatch(kept.requestHash());
        }
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/rewards/members/{id}/badges")
                        .build(kept.badge().memberId()))
                .body(BadgeView.of(kept.badge()));
    }

    @GetMapping("/members/{id}/badges")
    @Public
    @Operation(summary = "A member's badges, newest first")
    Page<BadgeView> listBadges(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.TIME_AND_ID) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        CursorList list = CursorList.of("badges", id);
        Cursor from = list.decode(cursor, 2);
        List<Badge> found =
                badges.of(id, from == null ? null : from.instant(0), from == null ? null : from.text(1), limit + 1);
        return Page.of(found, limit, last -> list.cursor(last.awardedAt(), last.id()))
                .map(BadgeView::of);
    }

    @GetMapping("/imports/{origin}")
    @Operators
    @Operation(summary = "How much is stored of what was imported from another community")
    ImportedCounts countImported(@PathVariable @Pattern(regexp = ImportRules.ORIGIN) String origin) {
        return new ImportedCounts(badges.importedFrom(origin));
    }
}
