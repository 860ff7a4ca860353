/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member.web;

import community.townhall.engagement.member.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record MemberView(
        String id,
        String displayName,
        Instant joinedAt,
        @Nullable String origin,
        long version) {

    static MemberView of(Member member) {
        return new MemberView(member.id(), member.name().value(), member.joinedAt(), member.origin(), member.version());
    }
}
