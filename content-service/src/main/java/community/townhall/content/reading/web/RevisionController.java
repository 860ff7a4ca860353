/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.web;

import community.townhall.content.post.Post;
import community.townhall.content.post.Posts;
import community.townhall.content.post.Revision;
import community.townhall.content.post.Text;
import community.townhall.content.reading.PostReading;
import community.townhall.content.reading.PostReadings;
import community.townhall.content.reading.PostViews;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/content/posts")
@Tag(name = "Posts")
class RevisionController {

    /** A page ends with the text that takes it beyond so many characters. */
    private static final int CHARACTERS = 300_000;

    private static final int MOST = 50;

    private final Posts posts;
    private final PostReadings readings;
    private final PostViews views;

    RevisionController(Posts posts, PostReadings readings, PostViews views) {
        this.posts = posts;
        this.readings = readings;
        this.views = views;
    }

    @GetMapping("/{id}/revisions")
    @Public
    @Operation(
            summary = "What a post said over time, newest first; its author and moderators see unpublished texts too")
    Page<RevisionView> listRevisions(
            @Nullable Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.NUMBER) String cursor,
            @RequestParam(defaultValue = "10") @Min(1) @Max(MOST) int limit) {
        Post post = readings.find(id)
                .map(PostReading::post)
                .filter(found -> views.mayRead(found, caller))
                .orElseThrow(() -> Problems.notFound("post", id));
        boolean insider = post.isBy(PostViews.memberId(caller)) || PostViews.isModerator(caller);
        CursorList list = CursorList.of("revisions", id);
        Cursor from = list.decode(cursor, 1);
        long before = from == null ? Long.MAX_VALUE : from.number(0);
        // A text may stand in both places for a moment, or after a crash: the post's own word counts.
        Map<Integer, Revision> revisions = new TreeMap<>(Comparator.reverseOrder());
        Stream.concat(
                        posts.supersededRevisions(id, before, !insider, limit + 1).stream(),
                        post.currentRevisions().stream())
                .filter(revision -> revision.text().revision() < before)
                .forEach(revision -> revisions.put(revision.text().revision(), revision));
        List<Text> texts = revisions.values().stream()
                .filter(revision -> insider || revision.shown())
                .map(Revision::text)
                .toList();
        return page(list, post, texts, limit);
    }

    private static Page<RevisionView> page(CursorList list, Post post, List<Text> newestFirst, int limit) {
        List<RevisionView> page = new ArrayList<>();
        int characters = 0;
        for (Text text : newestFirst) {
            if (page.size() == limit || characters > CHARACTERS) {
                return new Page<>(page, list.cursor(page.getLast().revision()).encode());
            }
            page.add(RevisionView.of(post, text));
            characters += text.body().length();
        }
        return new Page<>(page, null);
    }
}
