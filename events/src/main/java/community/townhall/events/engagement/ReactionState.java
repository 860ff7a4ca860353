/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.TargetType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's reaction to something, in force or withdrawn.
 *
 * @param id derived from target, member and kind (an up vote and a down vote share one id: a member has one vote)
 * @param targetAuthorId who wrote what was reacted to
 * @param kind such as {@code up}, {@code down}, {@code like}, {@code thanks}
 * @param active false once withdrawn
 * @param at when it was given or withdrawn
 * @param pseudonymous true when nobody is known by the member's id: it stands for whoever reacted, once
 */
public record ReactionState(
        String id,
        TargetType targetType,
        String targetId,
        String targetAuthorId,
        String memberId,
        String kind,
        boolean active,
        Instant at,
        @Nullable String origin,
        @Nullable Boolean pseudonymous) {}
