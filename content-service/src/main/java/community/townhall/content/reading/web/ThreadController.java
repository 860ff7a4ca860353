/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.content.reading.PostView;
import community.townhall.content.reading.PostViews;
import community.townhall.content.reading.ThreadCache;
import community.townhall.content.reading.ThreadReading;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import community.townhall.kit.web.SharedCaching;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The page that is read most. What everybody sees of it is turned into JSON once for as long as it is remembered. */
@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts")
class ThreadController {

    /** The part of the heap that remembered pages may take. */
    private static final int PART = 16;

    private final ThreadCache threads;
    private final PostViews views;
    private final AnswerPages answers;
    private final JsonMapper json;
    /** By the identity of the reading: a changed page is another reading. */
    private final Cache<ThreadReading, Rendered> pages = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(Runtime.getRuntime().maxMemory() / PART)
            .weigher((ThreadReading thread, Rendered page) -> page.body().length + 500)
            .build();

    private record Rendered(byte[] body, String etag) {}

    ThreadController(ThreadCache threads, PostViews views, AnswerPages answers, JsonMapper json) {
        this.threads = threads;
        this.views = views;
        this.answers = answers;
        this.json = json;
    }

    @GetMapping(path = "/{id}/thread", produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    @Operation(summary = "A post with its first answers: the accepted one first, then by score, then by age")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ThreadView.class)))
    ResponseEntity<byte[]> getThread(@Nullable Caller caller, @PathVariable String id) {
        ThreadReading thread = readable(id, caller);
        boolean everybodys = thread.isPublicViewOf(PostViews.memberId(caller), PostViews.isModerator(caller));
        Rendered page = everybodys ? pages.get(thread, this::everybodysPage) : page(thread, caller);
        return ResponseEntity.ok()
                .headers(headers -> {
                    if (everybodys) {
                        SharedCaching.sameForOthersThan(thread.authors(), headers);
                    }
                })
                .eTag(page.etag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(page.body());
    }

    @GetMapping("/{questionId}/answers")
    @Public
    @Operation(summary = "The answers to a question in the same order, part by part")
    Page<PostView> listAnswers(
            @Nullable Caller caller,
            @PathVariable String questionId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.NUMBER_AND_ID) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(AnswerPages.LIMIT) int limit) {
        ThreadReading visible = visible(readable(questionId, caller), caller);
        return answers.page(questionId, visible.answers(), cursor, limit, caller);
    }

    private ThreadReading readable(String id, @Nullable Caller caller) {
        return threads.thread(id)
                .filter(found -> views.mayRead(found.post().post(), caller))
                .orElseThrow(() -> Problems.notFound("post", id));
    }

    private static ThreadReading visible(ThreadReading thread, @Nullable Caller caller) {
        return thread.visibleTo(PostViews.memberId(caller), PostViews.isModerator(caller));
    }

    private Rendered everybodysPage(ThreadReading thread) {
        return page(thread, null);
    }

    private Rendered page(ThreadReading thread, @Nullable Caller caller) {
        ThreadReading visible = visible(thread, caller);
        Page<PostView> first =
                answers.page(visible.post().post().id(), visible.answers(), null, AnswerPages.LIMIT, caller);
        byte[] body =
                json.writeValueAsBytes(new ThreadView(views.view(visible.post(), caller), first.items(), first.next()));
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return new Rendered(body, "\"%x-%x\"".formatted(body.length, checksum.getValue()));
    }
}
