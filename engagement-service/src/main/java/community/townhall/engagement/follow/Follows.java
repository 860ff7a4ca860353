/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All follows. */
public interface Follows {

    String idOf(String memberId, FollowedType type, String followedId);

    /**
     * Loads, decides and writes, again when another request of the member was quicker.
     *
     * @return the follow after it, empty when there never was one
     */
    Optional<Follow> change(String id, Function<Optional<Follow>, Optional<? extends FollowEvent>> decision);

    /** What a member follows, latest first. */
    List<Follow> ofMember(String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit);

    /**
     * A page of those who follow it, in the order of the follows' ids: there may be many.
     *
     * @param since only who followed it by then already
     * @param afterId the follow where the former page ended, absent for the first
     */
    List<Follow> ofFollowed(FollowedType type, String followedId, Instant since, @Nullable String afterId, int limit);
}
