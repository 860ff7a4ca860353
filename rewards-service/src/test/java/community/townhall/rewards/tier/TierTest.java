/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.tier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTest {

    @ParameterizedTest
    @CsvSource({
        "-1, NEWCOMER",
        "0, NEWCOMER",
        "49, NEWCOMER",
        "50, REGULAR",
        "249, REGULAR",
        "250, CONTRIBUTOR",
        "999, CONTRIBUTOR",
        "1000, EXPERT",
        "4999, EXPERT",
        "5000, GUARDIAN",
        "1000000, GUARDIAN"
    })
    void a_tier_begins_at_its_threshold(long lifetime, Tier tier) {
        assertThat(Tier.of(lifetime)).isEqualTo(tier);
    }

    @Test
    void above_the_highest_there_is_none() {
        assertThat(Tier.EXPERT.next()).contains(Tier.GUARDIAN);
        assertThat(Tier.GUARDIAN.next()).isEmpty();
    }
}
