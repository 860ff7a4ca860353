/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All reactions. */
public interface Reactions {

    /** The id of what that member does with that slot of that target. */
    String idOf(String targetId, String memberId, String slot);

    /** By target id; a target the member never reacted to is not there. */
    Map<String, MemberReactions> ofMember(String memberId, Collection<String> targetIds);

    /**
     * Loads what the member did to the target, decides and writes; again when another request of theirs was quicker.
     *
     * @return what stood before and what stands after
     */
    Changed change(
            String targetId, String memberId, Function<MemberReactions, Optional<? extends ReactionEvent>> decision);

    /** What came of that row of another community, with whatever was done to it since. */
    Optional<Reaction> imported(ImportedRow row);

    long countImportedFrom(String origin);

    /** A change, or none. */
    record Changed(MemberReactions before, MemberReactions after) {}
}
