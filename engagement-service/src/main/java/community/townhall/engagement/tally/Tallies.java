/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All tallies. */
public interface Tallies {

    /** By target id; a target without a tally is not there. */
    Map<String, Tally> of(Collection<String> targetIds);

    /** The tally of one target as it was a moment ago, without a look at the store where possible. */
    Tally recent(TargetType type, String targetId);

    /**
     * Loads, decides and writes; all of it again when somebody else wrote meanwhile.
     *
     * @param decision empty when nothing is to be written
     * @return what stands after it
     */
    Counting change(TargetType type, String targetId, Function<Counting, Optional<Counting>> decision);

    /** Those there are, by id. */
    List<Tally> page(@Nullable String afterId, int limit);
}
