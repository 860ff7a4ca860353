/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private final AtomicInteger looks = new AtomicInteger();

    /** Known from the third look on, visible from the fifth. */
    private Targets targets() {
        TargetSource news = new TargetSource() {
            @Override
            public TargetType type() {
                return TargetType.POST;
            }

            @Override
            public Optional<Target> find(String id) {
                int look = looks.incrementAndGet();
                return look < 3
                        ? Optional.empty()
                        : Optional.of(new Target(TargetType.POST, id, "ada", look >= 5, null, null));
            }
        };
        return new Targets(List.of(news));
    }

    @Test
    void news_of_a_target_is_waited_for_until_it_is_as_needed() {
        Targets targets = targets();

        assertThat(targets.existing(TargetType.POST, "new").visible()).isFalse();
        assertThat(targets.visible(TargetType.POST, "new").visible()).isTrue();
        assertThat(looks).hasValue(5);
    }

    @Test
    void what_does_not_come_is_given_up_after_a_moment() {
        assertThat(targets().find(TargetType.POST, "any", never -> false)).isEmpty();
        assertThat(looks).hasValue(6);
    }
}
