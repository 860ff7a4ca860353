/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule;

import org.jspecify.annotations.Nullable;

/**
 * What an action earns from now on. A change touches later awards only.
 *
 * @param id such as {@code post-published}
 * @param amount points for each time
 * @param dailyCap the most points a member earns by it in a UTC day, absent for no limit
 * @param enabled an action done while its rule is off has earned nothing, for good
 * @param version counts changes: 1 is the rule as shipped
 */
public record Rule(String id, long amount, @Nullable Long dailyCap, boolean enabled, long version) {

    /** The points it gives now: none while it is off. */
    public long worth() {
        return enabled ? amount : 0;
    }
}
