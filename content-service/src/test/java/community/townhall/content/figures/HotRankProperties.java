/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class HotRankProperties {

    private static final long YEAR_2200 = 7_258_118_400L;

    @Example
    void ten_times_the_score_weighs_as_much_as_twelve_and_a_half_hours() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(HotRank.of(100, noon)).isCloseTo(HotRank.of(10, noon.plusSeconds(45_000)), within(1e-9));
        assertThat(HotRank.of(0, noon)).isEqualTo(HotRank.of(1, noon));
        assertThat(HotRank.of(-10, noon)).isLessThan(HotRank.of(0, noon));
    }

    @Property
    void keys_sort_as_the_ranks_do(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long score,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long otherScore,
            @ForAll @LongRange(min = 0, max = YEAR_2200) long second,
            @ForAll @LongRange(min = 0, max = YEAR_2200) long otherSecond) {
        Instant at = Instant.ofEpochSecond(second);
        Instant otherAt = Instant.ofEpochSecond(otherSecond);
        double difference = HotRank.of(score, at) - HotRank.of(otherScore, otherAt);

        int order = HotRank.key(score, at, "a").compareTo(HotRank.key(otherScore, otherAt, "a"));

        if (Math.abs(difference) > 1e-8) {
            assertThat(Integer.signum(order)).isEqualTo((int) Math.signum(difference));
        }
    }

    @Property
    void two_posts_never_share_a_key(@ForAll long score, @ForAll @LongRange(min = 0, max = YEAR_2200) long second) {
        Instant at = Instant.ofEpochSecond(second);
        assertThat(HotRank.key(score, at, "a")).isNotEqualTo(HotRank.key(score, at, "b"));
    }
}
