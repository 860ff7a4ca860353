/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    @Test
    void who_never_reported_is_right_half_the_time() {
        assertThat(new Accuracy(0, 0).estimate()).isEqualTo(0.5);
    }

    @Property
    void it_grows_with_what_was_upheld_and_stays_a_probability(
            @ForAll @IntRange(max = 1000) int upheld, @ForAll @IntRange(max = 1000) int declined) {
        double estimate = new Accuracy(upheld, upheld + declined).estimate();

        assertThat(estimate).isStrictlyBetween(0.0, 1.0);
        assertThat(new Accuracy(upheld + 1, upheld + declined + 1).estimate()).isGreaterThan(estimate);
        assertThat(new Accuracy(upheld, upheld + declined + 1).estimate()).isLessThan(estimate);
    }
}
