/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.web;

import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Moderators;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Reason;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Screenings", description = "What the machine made of each text")
@RequestMapping("/api/moderation/screenings")
class ScreeningController {

    private final Contents contents;

    ScreeningController(Contents contents) {
        this.contents = contents;
    }

    record ScreeningsView(
            String targetId,
            String targetType,
            String authorId,
            Standing standing,
            List<Reason> reasons,
            @Nullable String decidedBy,
            List<RevisionView> items) {}

    record RevisionView(int revision, Standing standing, List<Verdict> verdicts, Instant at) {

        static RevisionView of(Screening screening) {
            return new RevisionView(screening.revision(), screening.standing(), screening.verdicts(), screening.at());
        }
    }

    @GetMapping("/{targetId}")
    @Moderators
    @Operation(summary = "How a post or comment stands, and every verdict on each of its revisions")
    ScreeningsView getScreenings(Caller caller, @PathVariable String targetId) {
        Content content = contents.find(targetId).orElseThrow(() -> Refusal.unknown("content", targetId));
        if (content.authorId().equals(caller.memberId())) {
            throw Refusal.forbidden("It is about what you wrote yourself");
        }
        return new ScreeningsView(
                content.id(),
                content.type().name(),
                content.authorId(),
                content.standing(),
                content.reasons(),
                content.decidedBy(),
                content.screenings().stream().map(RevisionView::of).toList());
    }
}
