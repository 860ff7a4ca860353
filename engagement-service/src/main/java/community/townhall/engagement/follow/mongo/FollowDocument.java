/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow.mongo;

import community.townhall.engagement.follow.Follow;
import community.townhall.engagement.follow.FollowedType;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("follows")
record FollowDocument(
        @Id String id, long version, String memberId, FollowedType type, String followedId, boolean active, Instant at)
        implements Versioned {

    static FollowDocument of(Follow follow, long version) {
        return new FollowDocument(
                follow.id(),
                version,
                follow.memberId(),
                follow.type(),
                follow.followedId(),
                follow.active(),
                follow.at());
    }

    Follow toFollow() {
        return new Follow(id, version, memberId, type, followedId, active, at);
    }
}
