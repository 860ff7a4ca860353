/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member as the community knows them.
 *
 * @param joinedAt when they joined; for an imported member, when they joined there
 * @param origin the community they were imported from, absent for who joined here
 */
public record MemberState(
        String id,
        String displayName,
        Instant joinedAt,
        @Nullable String origin) {}
