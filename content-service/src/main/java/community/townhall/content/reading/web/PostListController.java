/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import community.townhall.content.post.PostStatus;
import community.townhall.content.reading.PostListing;
import community.townhall.content.reading.PostReadings;
import community.townhall.content.reading.PostReadings.ListedPost;
import community.townhall.content.reading.PostSummary;
import community.townhall.content.reading.PostViews;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.SameForEverybody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content")
@Tag(name = "Feeds", description = "Lists of posts")
class PostListController {

    private final PostReadings readings;
    private final PostViews views;
    /** All readers of the same page share one query a second. */
    private final LoadingCache<Asked, Page<PostSummary>> feeds;

    private record Asked(PostListing listing, @Nullable String cursor, int limit) {}

    PostListController(PostReadings readings, PostViews views) {
        this.readings = readings;
        this.views = views;
        this.feeds = Caffeine.newBuilder()
                .maximumSize(2_000)
                .expireAfterWrite(Duration.ofSeconds(1))
                .build(this::list);
    }

    @GetMapping("/feeds/latest")
    @Public
    @SameForEverybody
    @Operation(summary = "Published posts, newest first")
    Page<PostSummary> listLatestPosts(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.RANK) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return feeds.get(new Asked(new PostListing.Latest(topic), cursor, limit));
    }

    @GetMapping("/feeds/hot")
    @Public
    @SameForEverybody
    @Operation(summary = "Published posts, by score and age")
    Page<PostSummary> listHotPosts(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.RANK) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return feeds.get(new Asked(new PostListing.Hot(topic), cursor, limit));
    }

    @GetMapping("/feeds/unanswered")
    @Public
    @SameForEverybody
    @Operation(summary = "Published questions without a published answer, newest first")
    Page<PostSummary> listUnansweredQuestions(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.RANK) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return feeds.get(new Asked(new PostListing.Unanswered(topic), cursor, limit));
    }

    @GetMapping("/members/{id}/posts")
    @Public
    @SameForEverybody
    @Operation(summary = "What a member published, answers too, newest first")
    Page<PostSummary> listPostsOfMember(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.RANK) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return feeds.get(new Asked(new PostListing.PublishedBy(id), cursor, limit));
    }

    @GetMapping("/posts")
    @Members
    @Operation(summary = "One's own posts of any status, last written first")
    Page<PostSummary> listOwnPosts(
            Caller caller,
            @RequestParam(defaultValue = "true") boolean mine,
            @RequestParam(required = false) @Nullable PostStatus status,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.RANK) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        PostListing listing =
                mine ? new PostListing.WrittenBy(caller.memberId(), status) : new PostListing.Latest(null);
        return list(new Asked(listing, cursor, limit));
    }

    private Page<PostSummary> list(Asked asked) {
        CursorList list = CursorList.of("posts", asked.listing());
        Cursor after = list.decode(asked.cursor(), 1);
        List<ListedPost> found =
                readings.list(asked.listing(), after == null ? null : after.text(0), asked.limit() + 1);
        Page<ListedPost> page = Page.of(found, asked.limit(), last -> list.cursor(last.rank()));
        List<ListedPost> shown = asked.listing() instanceof PostListing.PublishedBy
                ? views.withoutStrayAnswers(page.items())
                : page.items();
        return new Page<>(
                views.summaries(shown.stream().map(ListedPost::reading).toList()), page.next());
    }
}
