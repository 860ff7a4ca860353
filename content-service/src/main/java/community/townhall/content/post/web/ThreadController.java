/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.content.post.ThreadCache;
import community.townhall.content.post.ThreadReading;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The page that is read most. What everybody sees of it is turned into JSON once for as long as it is remembered. */
@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts")
class ThreadController {

    private final ThreadCache threads;
    private final PostViews views;
    private final JsonMapper json;
    /** By the identity of the reading: a changed page is another reading. */
    private final Cache<ThreadReading, Rendered> pages =
            Caffeine.newBuilder().weakKeys().maximumSize(5_000).build();

    private record Rendered(byte[] body, String etag) {}

    ThreadController(ThreadCache threads, PostViews views, JsonMapper json) {
        this.threads = threads;
        this.views = views;
        this.json = json;
    }

    @GetMapping(path = "/{id}/thread", produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    @Operation(summary = "A post with its answers: the accepted one first, then by score, then by age")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ThreadView.class)))
    ResponseEntity<byte[]> thread(@Nullable Caller caller, @PathVariable String id) {
        ThreadReading thread = threads.thread(id)
                .filter(found -> views.mayRead(found.post().post(), caller))
                .orElseThrow(() -> Problems.notFound("post", id));
        boolean everybodys = thread.isPublicViewOf(PostViews.memberId(caller), PostViews.isModerator(caller));
        Rendered page = everybodys ? pages.get(thread, this::everybodysPage) : page(thread, caller);
        return ResponseEntity.ok()
                .eTag(page.etag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(page.body());
    }

    private Rendered everybodysPage(ThreadReading thread) {
        return page(thread, null);
    }

    private Rendered page(ThreadReading thread, @Nullable Caller caller) {
        ThreadReading visible = thread.visibleTo(PostViews.memberId(caller), PostViews.isModerator(caller));
        byte[] body = json.writeValueAsBytes(views.thread(visible, caller));
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return new Rendered(body, "\"%x-%x\"".formatted(body.length, checksum.getValue()));
    }
}
