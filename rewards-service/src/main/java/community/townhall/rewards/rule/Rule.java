/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an action earns from now on. A change touches later awards only.
 *
 * @param id such as {@code post-published}
 * @param amount points for each time
 * @param dailyCap the most points a member earns by it in a UTC day, absent for no limit
 * @param enabled an action heard of while its rule is off has earned nothing, for good
 * @param validFrom what was done before earns nothing by it, absent for no such moment
 * @param validUntil what is done from then on earns nothing by it, absent for no such moment; after {@code validFrom}
 * @param version counts changes: 1 is the rule as shipped
 */
public record Rule(
        String id,
        long amount,
        @Nullable Long dailyCap,
        boolean enabled,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        long version) {

    public Rule {
        if (!inOrder(validFrom, validUntil)) {
            throw new IllegalArgumentException("A rule is valid from a moment before it ends");
        }
    }

    /** As it is shipped: on, for ever. */
    public static Rule shipped(String id, long amount, @Nullable Long dailyCap) {
        return new Rule(id, amount, dailyCap, true, null, null, 1);
    }

    /** Whether something can begin and end then. */
    public static boolean inOrder(@Nullable Instant validFrom, @Nullable Instant validUntil) {
        return validFrom == null || validUntil == null || validFrom.isBefore(validUntil);
    }

    /** The points it gives for what was done at that time. */
    public long worthAt(Instant at) {
        boolean valid =
                (validFrom == null || !at.isBefore(validFrom)) && (validUntil == null || at.isBefore(validUntil));
        return enabled && valid ? amount : 0;
    }
}
