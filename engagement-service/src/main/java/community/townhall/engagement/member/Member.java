/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member as the community knows them.
 *
 * @param version counts changes: 1 is the member as they joined
 * @param joinedAt when they joined; for an imported member, when they joined there
 * @param origin the community they were imported from, absent for who joined here
 * @param requestHash what the importing request said, to tell its repetition from another
 */
public record Member(
        String id,
        long version,
        DisplayName name,
        Instant joinedAt,
        @Nullable String origin,
        @Nullable String requestHash) {

    /** Somebody who joins here. */
    public static MemberEvent.Joined joining(String id, DisplayName name, Instant now) {
        return new MemberEvent.Joined(new Member(id, 1, name, now, null, null));
    }

    /** Empty when they are called that already. */
    public Optional<MemberEvent.ProfileChanged> renamed(DisplayName newName) {
        return name.equals(newName)
                ? Optional.empty()
                : Optional.of(new MemberEvent.ProfileChanged(
                        new Member(id, version, newName, joinedAt, origin, requestHash)));
    }
}
