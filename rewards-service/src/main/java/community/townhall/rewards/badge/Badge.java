/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.badge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A badge that a member holds.
 *
 * @param origin the community it was earned in, absent when it was earned here
 * @param awardedAt when it was earned
 */
public record Badge(
        String id,
        String memberId,
        String name,
        BadgeClass badgeClass,
        @Nullable String origin,
        Instant awardedAt) {

    /** How rare a badge is. */
    public enum BadgeClass {
        GOLD,
        SILVER,
        BRONZE
    }
}
