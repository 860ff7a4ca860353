/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Every member who follows it, one after the other: there may be many. */
    void forEachFollower(FollowedType type, String followedId, Consumer<String> memberId);
}
