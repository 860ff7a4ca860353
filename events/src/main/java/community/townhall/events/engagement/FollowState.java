/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import java.time.Instant;

/**
 * Whether a member follows something.
 *
 * @param followedType {@code MEMBER}, {@code TOPIC} or {@code POST}
 * @param active false once they stopped
 */
public record FollowState(
        String id, String memberId, FollowedType followedType, String followedId, boolean active, Instant at) {}
