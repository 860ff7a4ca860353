/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.web;

import community.townhall.community.member.KnownMembers;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.rewards.ledger.ContinuousAudit;
import community.townhall.rewards.ledger.Entries;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.LedgerAudit;
import community.townhall.rewards.ledger.PeriodKind;
import community.townhall.rewards.tier.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rewards")
@Tag(name = "Accounts", description = "Members' points, and the ledger behind them")
class AccountController {

    private final Entries entries;
    private final KnownMembers members;
    private final ContinuousAudit audit;
    private final Clock clock;

    AccountController(Entries entries, KnownMembers members, ContinuousAudit audit, Clock clock) {
        this.entries = entries;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    record NextTier(String name, long at) {}

    record OwnAccountView(
            String memberId,
            long balance,
            long lifetime,
            String tier,
            @Nullable NextTier nextTier,
            long earnedToday) {}

    record AccountView(String memberId, long lifetime, String tier) {}

    record EntryView(
            String id,
            long sequence,
            long amount,
            long balance,
            String rule,
            String subjectId,
            @Nullable String reversalOf,
            Instant effectiveAt,
            Instant recordedAt) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.id(),
                    entry.sequence(),
                    entry.amount(),
                    entry.balance(),
                    entry.claim().rule(),
                    entry.claim().subjectId(),
                    entry.reversalOf(),
                    entry.effectiveAt(),
                    entry.recordedAt());
        }
    }

    @GetMapping("/accounts/me")
    @Members
    @Operation(summary = "The caller's points and tier; today is the UTC day")
    OwnAccountView getOwnAccount(Caller caller) {
        Optional<Entry> last = entries.last(caller.memberId());
        long lifetime = last.map(Entry::lifetime).orElse(0L);
        Tier tier = Tier.of(lifetime);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new OwnAccountView(
                caller.memberId(),
                last.map(Entry::balance).orElse(0L),
                lifetime,
                tier.id(),
                tier.next()
                        .map(next -> new NextTier(next.id(), next.threshold()))
                        .orElse(null),
                entries.lastIn(caller.memberId(), PeriodKind.DAY, today)
                        .map(entry -> entry.totals().day())
                        .orElse(0L));
    }

    @GetMapping("/accounts/me/entries")
    @Members
    @Operation(summary = "The caller's ledger entries, newest first")
    Page<EntryView> listOwnEntries(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.NUMBER) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        CursorList list = CursorList.of("entries", caller.memberId());
        Cursor from = list.decode(cursor, 1);
        List<Entry> found = entries.newest(caller.memberId(), from == null ? null : from.number(0), limit + 1);
        return Page.of(found, limit, last -> list.cursor(last.sequence())).map(EntryView::of);
    }

    @GetMapping("/accounts/{memberId}")
    @Public
    @Operation(summary = "What anybody may know of a member's points")
    AccountView getAccount(@PathVariable String memberId) {
        Optional<Entry> last = entries.last(memberId);
        if (last.isEmpty() && members.namesOf(List.of(memberId)).isEmpty()) {
            throw Problems.notFound("account", memberId);
        }
        long lifetime = last.map(Entry::lifetime).orElse(0L);
        return new AccountView(memberId, lifetime, Tier.of(lifetime).id());
    }

    @GetMapping("/ledger/audit")
    @Operators
    @Operation(
            summary =
                    "The books recomputed from the entries, as of some seconds ago: imbalance is 0 or something is wrong")
    LedgerAudit auditLedger() {
        return audit.latest();
    }
}
