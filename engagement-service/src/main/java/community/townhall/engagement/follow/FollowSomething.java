/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

import community.townhall.engagement.member.Members;
import community.townhall.engagement.post.Posts;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.target.Targets;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.util.Locale;

/** Begins to follow a member, a topic or a post, or stops. */
public final class FollowSomething {

    private final Follows follows;
    private final Members members;
    private final Posts posts;
    private final Targets targets;
    private final Clock clock;

    public FollowSomething(Follows follows, Members members, Posts posts, Targets targets, Clock clock) {
        this.follows = follows;
        this.members = members;
        this.posts = posts;
        this.targets = targets;
        this.clock = clock;
    }

    /** @throws Refusal when there is no such thing to follow */
    public Follow start(String memberId, FollowedType type, String followedId) {
        requireThere(type, followedId);
        String id = follows.idOf(memberId, type, followedId);
        return follows.change(id, current -> Follow.start(current, id, memberId, type, followedId, clock.instant()))
                .orElseThrow();
    }

    public void stop(String memberId, FollowedType type, String followedId) {
        follows.change(follows.idOf(memberId, type, followedId), current -> Follow.stop(current, clock.instant()));
    }

    private void requireThere(FollowedType type, String id) {
        boolean there = switch (type) {
            case MEMBER -> members.isKnown(id);
            case TOPIC -> posts.topicNamed(id).isPresent();
            case POST -> targets.find(TargetType.POST, id, Target::visible).isPresent();
        };
        if (!there) {
            throw Refusal.unknown(type.name().toLowerCase(Locale.ROOT), id);
        }
    }
}
