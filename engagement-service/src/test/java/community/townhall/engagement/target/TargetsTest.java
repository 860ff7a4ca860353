/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final AtomicInteger looks = new AtomicInteger();

    /** Known from the third look on, visible from the fifth. */
    private Targets targetsMade(Instant at) {
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
        return new Targets(List.of(news), id -> Optional.of(at), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void what_was_made_just_now_is_waited_for_until_it_is_as_needed() {
        Targets targets = targetsMade(NOW.minusSeconds(1));

        assertThat(targets.existing(TargetType.POST, "new").visible()).isFalse();
        assertThat(targets.visible(TargetType.POST, "new").visible()).isTrue();
        assertThat(looks).hasValue(5);
    }

    @Test
    void what_should_be_known_by_now_is_not() {
        assertThat(targetsMade(NOW.minus(Duration.ofMinutes(1))).find(TargetType.POST, "old", any -> true))
                .isEmpty();
        assertThat(looks).hasValue(1);
    }
}
