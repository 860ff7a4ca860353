/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * That a member follows something, or did.
 *
 * @param id derived from member and followed
 * @param version 0 while nothing is stored
 * @param active false once they stopped
 * @param at when they began or stopped
 */
public record Follow(
        String id, long version, String memberId, FollowedType type, String followedId, boolean active, Instant at) {

    /**
     * @return empty when they follow it already
     * @throws Refusal when it is themselves
     */
    public static Optional<FollowEvent.Started> start(
            Optional<Follow> current, String id, String memberId, FollowedType type, String followedId, Instant now) {
        if (type == FollowedType.MEMBER && memberId.equals(followedId)) {
            throw Refusal.invalid("id", "not-self", "Nobody follows themselves");
        }
        if (current.filter(Follow::active).isPresent()) {
            return Optional.empty();
        }
        long version = current.map(Follow::version).orElse(0L);
        return Optional.of(new FollowEvent.Started(new Follow(id, version, memberId, type, followedId, true, now)));
    }

    /** Empty when they do not follow it. */
    public static Optional<FollowEvent.Ended> stop(Optional<Follow> current, Instant now) {
        return current.filter(Follow::active)
                .map(follow -> new FollowEvent.Ended(new Follow(
                        follow.id(),
                        follow.version(),
                        follow.memberId(),
                        follow.type(),
                        follow.followedId(),
                        false,
                        now)));
    }
}
