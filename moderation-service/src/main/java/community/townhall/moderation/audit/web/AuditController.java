/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.audit.web;

import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Moderators;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.moderation.audit.AuditLog;
import community.townhall.moderation.audit.Entry;
import community.townhall.moderation.audit.HeadsUnavailable;
import community.townhall.moderation.audit.VerifyLog;
import community.townhall.moderation.content.Contents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audit", description = "What was done, by whom, in a chain that shows any change")
@RequestMapping("/api/moderation/audit")
class AuditController {

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final AuditLog log;
    private final VerifyLog verifyLog;
    private final Contents contents;

    AuditController(AuditLog log, VerifyLog verifyLog, Contents contents) {
        this.log = log;
        this.verifyLog = verifyLog;
        this.contents = contents;
    }

    record EntryView(
            long sequence,
            Instant at,
            @Nullable String actor,
            String action,
            String subject,
            Map<String, String> detail,
            String cause,
            String previousHash,
            String hash,
            @Nullable String signature) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.sequence(),
                    entry.deed().at(),
                    entry.deed().actor(),
                    entry.deed().action(),
                    entry.deed().subject(),
                    entry.deed().detail(),
                    entry.deed().cause(),
                    entry.previousHash(),
                    entry.hash(),
                    entry.signature());
        }
    }

    @GetMapping
    @Moderators
    @Operation(
            summary = "The entries, newest first",
            description = "What was done about the caller's own content is left out; a page may be shorter for it.")
    Page<EntryView> listAuditEntries(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.NUMBER) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        CursorList list = CursorList.of("audit");
        Cursor from = list.decode(cursor, 1);
        long before = from == null ? Long.MAX_VALUE : from.number(0);
        Page<Entry> page = Page.of(log.before(before, limit + 1), limit, entry -> list.cursor(entry.sequence()));
        Set<String> subjects =
                page.items().stream().map(entry -> entry.deed().subject()).collect(Collectors.toSet());
        Set<String> own = contents.thoseBy(caller.memberId(), subjects);
        List<EntryView> shown = page.items().stream()
                .filter(entry -> !own.contains(entry.deed().subject()))
                .map(EntryView::of)
                .toList();
        return new Page<>(shown, page.next());
    }

    @GetMapping("/verification")
    @Operators
    @Operation(
            summary = "Recompute the whole chain and name the first entry that does not fit",
            description =
                    "Entries are held against their signatures, and the log's end against what is kept outside of "
                            + "the database.")
    VerifyLog.Verification verifyAuditLog() {
        try {
            return verifyLog.verify();
        } catch (HeadsUnavailable e) {
            throw Problems.unavailable("What is kept outside of the database cannot be read now", AGAIN);
        }
    }
}
