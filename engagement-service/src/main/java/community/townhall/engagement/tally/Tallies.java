/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

/** All tallies. */
public interface Tallies {

    /** By target id; a target without a tally is not there. */
    Map<String, Tally> of(Collection<String> targetIds);

    /** The tally of one target as it was a moment ago, without a look at the store where possible. */
    Tally recent(TargetType type, String targetId);

    /**
     * Counts afresh and writes what came out, unless it is what was there; all of it again when somebody else wrote
     * meanwhile.
     *
     * @return what the count saw
     */
    Evidence recountReactions(TargetType type, String targetId, Supplier<ReactionCount> count);

    /** Like {@link #recountReactions}, for comments. */
    Evidence recountComments(TargetType type, String targetId, Supplier<CommentCount> count);
}
