/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import java.util.Map;

/**
 * What a count saw: each thing it counted or passed over, at which version. Events pile up on what many act on at once;
 * one count answers all of them that it has seen, exactly, and the others wait for the next.
 *
 * @param versions by id
 */
public record Evidence(Map<String, Long> versions) {

    public Evidence {
        versions = Map.copyOf(versions);
    }

    /** Whether the change to that version was there to be counted. */
    public boolean includes(String id, long version) {
        return versions.getOrDefault(id, 0L) >= version;
    }
}
