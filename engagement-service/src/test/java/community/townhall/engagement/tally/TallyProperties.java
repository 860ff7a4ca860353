/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.engagement.target.TargetType;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TallyProperties {

    @Property
    void a_recount_is_the_count_and_repeating_it_changes_nothing(
            @ForAll @IntRange(max = 9) int up,
            @ForAll @IntRange(max = 9) int down,
            @ForAll @IntRange(max = 9) int said) {
        Tally none = Tally.none(TargetType.POST, "post");
        Map<String, Long> reactions = new HashMap<>();
        if (up > 0) {
            reactions.put("up", (long) up);
        }
        if (down > 0) {
            reactions.put("down", (long) down);
        }

        Tally counted = none.recounted(reactions).orElse(none);
        counted = counted.recounted(said).orElse(counted);

        assertThat(counted.score()).isEqualTo(up - down);
        assertThat(counted.comments()).isEqualTo(said);
        assertThat(counted.recounted(reactions)).isEmpty();
        assertThat(counted.recounted(said)).isEmpty();
        assertThat(counted.equals(none)).isEqualTo(up == 0 && down == 0 && said == 0);
    }

    @Property
    void a_count_answers_the_changes_it_saw_and_no_later_ones(
            @ForAll @IntRange(min = 1, max = 9) int seen, @ForAll @IntRange(min = 1, max = 9) int asked) {
        Evidence evidence = new Evidence(Map.of("reaction", (long) seen));

        assertThat(evidence.includes("reaction", asked)).isEqualTo(asked <= seen);
        assertThat(evidence.includes("other", asked)).isFalse();
    }
}
