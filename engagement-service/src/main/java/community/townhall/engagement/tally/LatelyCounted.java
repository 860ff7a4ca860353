/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was counted here a moment ago. Events pile up on what many act on at once: one count answers all of them that it
 * has seen.
 */
public final class LatelyCounted {

    private static final int MOST = 10_000;

    private final Map<String, Long> versions = new LinkedHashMap<>();

    public synchronized void add(Map<String, Contribution> counted) {
        counted.forEach((id, contribution) -> versions.merge(id, contribution.version(), Math::max));
        var eldest = versions.keySet().iterator();
        while (versions.size() > MOST) {
            eldest.next();
            eldest.remove();
        }
    }

    /** Whether the change to that version was counted. */
    public synchronized boolean includes(String id, long version) {
        return versions.getOrDefault(id, 0L) >= version;
    }
}
