/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing.web;

import community.townhall.content.reading.PostView;
import community.townhall.content.reading.PostViews;
import community.townhall.content.writing.PublishPost;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts")
class PublicationController {

    private final PublishPost publishPost;
    private final PostViews views;

    PublicationController(PublishPost publishPost, PostViews views) {
        this.publishPost = publishPost;
        this.views = views;
    }

    @PostMapping("/{id}/publication")
    @Members
    @Operation(summary = "Publish a draft or scheduled post, now or at a set time")
    PostView publishPost(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable PublicationRequest request) {
        return views.view(
                publishPost.publish(id, caller.memberId(), request == null ? null : request.publishAt()), caller);
    }

    @DeleteMapping("/{id}/publication")
    @Members
    @Operation(summary = "Take a scheduled post back to the drafts")
    PostView unschedulePost(Caller caller, @PathVariable String id) {
        return views.view(publishPost.unschedule(id, caller.memberId()), caller);
    }
}
