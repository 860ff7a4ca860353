/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.acceptance.web;

import community.townhall.content.acceptance.AcceptAnswer;
import community.townhall.content.reading.PostView;
import community.townhall.content.reading.PostViews;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts")
class AcceptanceController {

    private final AcceptAnswer acceptAnswer;
    private final PostViews views;
    private final Clock clock;

    AcceptanceController(AcceptAnswer acceptAnswer, PostViews views, Clock clock) {
        this.acceptAnswer = acceptAnswer;
        this.views = views;
        this.clock = clock;
    }

    @PutMapping("/{id}/accepted-answer")
    @Members
    @Operation(summary = "Accept an answer, in place of another if there is one")
    PostView acceptAnswer(Caller caller, @PathVariable String id, @Valid @RequestBody AcceptRequest request) {
        AcceptRequest.ImportedAcceptance imported = request.imported();
        if (imported == null) {
            return views.view(acceptAnswer.accept(id, request.answerId(), caller.memberId()), caller);
        }
        imported.requirePossible(caller, clock.instant());
        return views.view(acceptAnswer.imported(id, request.answerId(), imported.at()), caller);
    }

    @DeleteMapping("/{id}/accepted-answer")
    @Members
    @Operation(summary = "Take an acceptance back")
    PostView unacceptAnswer(Caller caller, @PathVariable String id) {
        return views.view(acceptAnswer.unaccept(id, caller.memberId()), caller);
    }
}
