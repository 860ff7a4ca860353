/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member.mongo;

import community.townhall.engagement.member.DisplayName;
import community.townhall.engagement.member.Member;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** @param handle what a mention of the member is looked up by */
@Document("members")
record MemberDocument(
        @Id String id,
        long version,
        String displayName,
        String handle,
        Instant joinedAt,
        @Nullable String origin,
        @Nullable String requestHash)
        implements Versioned {

    static MemberDocument of(Member member) {
        return new MemberDocument(
                member.id(),
                member.version(),
                member.name().value(),
                member.name().handle(),
                member.joinedAt(),
                member.origin(),
                member.requestHash());
    }

    Member toMember() {
        return new Member(id, version, new DisplayName(displayName), joinedAt, origin, requestHash);
    }
}
