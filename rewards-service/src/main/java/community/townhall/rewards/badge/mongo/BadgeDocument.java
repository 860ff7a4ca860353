/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.badge.mongo;

import community.townhall.rewards.badge.Badge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("badges")
record BadgeDocument(
        @Id String id,
        String memberId,
        String name,
        Badge.BadgeClass badgeClass,
        @Nullable String origin,
        Instant awardedAt,
        @Nullable String requestHash) {

    static BadgeDocument of(Badge badge, @Nullable String requestHash) {
        return new BadgeDocument(
                badge.id(),
                badge.memberId(),
                badge.name(),
                badge.badgeClass(),
                badge.origin(),
                badge.awardedAt(),
                requestHash);
    }

    Badge toBadge() {
        return new Badge(id, memberId, name, badgeClass, origin, awardedAt);
    }
}
