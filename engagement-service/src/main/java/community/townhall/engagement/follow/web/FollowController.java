/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow.web;

import community.townhall.engagement.follow.Follow;
import community.townhall.engagement.follow.FollowSomething;
import community.townhall.engagement.follow.FollowedType;
import community.townhall.engagement.follow.Follows;
import community.townhall.engagement.member.JoinCommunity;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Follows", description = "Whom and what a member follows")
@RequestMapping("/api/engagement/follows")
class FollowController {

    private static final String ONE = "/{type:member|topic|post}/{id}";

    private final FollowSomething follow;
    private final Follows follows;
    private final community.townhall.engagement.member.Members members;
    private final Posts posts;
    private final JoinCommunity join;

    FollowController(
            FollowSomething follow,
            Follows follows,
            community.townhall.engagement.member.Members members,
            Posts posts,
            JoinCommunity join) {
        this.follow = follow;
        this.follows = follows;
        this.members = members;
        this.posts = posts;
        this.join = join;
    }

    /** @param name what the followed is called, absent when it has no name or is not to be seen */
    record FollowView(String type, String id, @Nullable String name, Instant since) {}

    @PutMapping(ONE)
    @Members
    @Operation(summary = "Follow a member, a topic or a post")
    FollowView follow(Caller caller, @PathVariable String type, @PathVariable String id) {
        join.unlessJoined(caller.memberId(), caller.name());
        return views(List.of(follow.start(caller.memberId(), typed(type), id))).getFirst();
    }

    @DeleteMapping(ONE)
    @Members
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop following")
    void unfollow(Caller caller, @PathVariable String type, @PathVariable String id) {
        follow.stop(caller.memberId(), typed(type), id);
    }

    @GetMapping
    @Members
    @Operation(summary = "Whom and what I follow, latest first")
    Page<FollowView> listFollows(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Cursor.TIME_AND_ID) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        CursorList list = CursorList.of("follows", caller.memberId());
        Cursor from = list.decode(cursor, 2);
        List<Follow> found = follows.ofMember(
                caller.memberId(),
                from == null ? null : from.instant(0),
                from == null ? null : from.text(1),
                limit + 1);
        Page<Follow> page = Page.of(found, limit, last -> list.cursor(last.at(), last.id()));
        return new Page<>(views(page.items()), page.next());
    }

    private List<FollowView> views(List<Follow> found) {
        Map<String, String> names = members.namesOf(found.stream()
                .filter(one -> one.type() == FollowedType.MEMBER)
                .map(Follow::followedId)
                .toList());
        return found.stream()
                .map(one -> new FollowView(
                        one.type().name().toLowerCase(Locale.ROOT), one.followedId(), name(one, names), one.at()))
                .toList();
    }

    private @Nullable String name(Follow one, Map<String, String> names) {
        return switch (one.type()) {
            case MEMBER -> names.get(one.followedId());
            case TOPIC -> posts.topicNamed(one.followedId()).orElse(null);
            case POST ->
                posts.find(one.followedId())
                        .filter(post -> posts.isSeen(post.id()))
                        .map(Post::title)
                        .orElse(null);
        };
    }

    private static FollowedType typed(String type) {
        return FollowedType.valueOf(type.toUpperCase(Locale.ROOT));
    }
}
