/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All tallies. */
public interface Tallies {

    /** By target id; a target without a tally is not there. */
    Map<String, Tally> of(Collection<String> targetIds);

    /** The tally of one target as it was a moment ago, without a look at the store where possible. */
    Tally recent(TargetType type, String targetId);

    /**
     * Loads the tally, counts, and writes what came out of it; all of it again when somebody else wrote meanwhile. The
     * order matters: a count made before the load could bring an older count back.
     */
    void recount(TargetType type, String targetId, Function<Tally, Optional<Tally>> count);
}
