/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

import java.time.Clock;
import java.util.Optional;

/** Makes a member of whoever takes part for the first time. */
public final class JoinCommunity {

    private final Members members;
    private final Clock clock;

    public JoinCommunity(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /**
     * Before anything a member writes.
     *
     * @param suggestedName what their account calls them
     */
    public void unlessJoined(String memberId, String suggestedName) {
        if (!members.isKnown(memberId)) {
            members.add(Member.joining(memberId, DisplayName.suggested(suggestedName, memberId), clock.instant()));
        }
    }

    /** Joins, or takes the new name of one who has joined. Without a name there is nothing to change. */
    public Member as(String memberId, String suggestedName, Optional<DisplayName> name) {
        unlessJoined(memberId, name.map(DisplayName::value).orElse(suggestedName));
        return members.change(memberId, member -> name.flatMap(member::renamed), clock.instant())
                .orElseThrow(
                        () -> new IllegalStateException("Members are never deleted, but " + memberId + " is gone"));
    }
}
