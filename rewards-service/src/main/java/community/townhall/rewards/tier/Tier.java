/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.tier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a member's lifetime points make of them. A tier is lost again when reversals take the lifetime points below its
 * threshold; spending never lowers it.
 */
public enum Tier {
    NEWCOMER(0),
    REGULAR(50),
    CONTRIBUTOR(250),
    EXPERT(1_000),
    GUARDIAN(5_000);

    private final long threshold;

    Tier(long threshold) {
        this.threshold = threshold;
    }

    /** The highest tier whose threshold those points reach. */
    public static Tier of(long lifetime) {
        return Arrays.stream(values())
                .filter(tier -> tier.threshold <= lifetime)
                .reduce(NEWCOMER, (lower, higher) -> higher);
    }

    /** The name in the API and in events; what people read is chosen where it is shown. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Lifetime points from which a member is of this tier. */
    public long threshold() {
        return threshold;
    }

    /** The tier above, empty at the top. */
    public Optional<Tier> next() {
        return Arrays.stream(values())
                .filter(tier -> tier.threshold > threshold)
                .findFirst();
    }
}
