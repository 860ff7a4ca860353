/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration CRASH = Duration.ofSeconds(1);

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void doublesUpToTheLimit() {
        assertThat(backOff.afterRunOf(CRASH)).hasSeconds(1);
        assertThat(backOff.afterRunOf(CRASH)).hasSeconds(2);
        assertThat(backOff.afterRunOf(CRASH)).hasSeconds(4);
        assertThat(backOff.afterRunOf(CRASH)).hasSeconds(5);
        assertThat(backOff.afterRunOf(CRASH)).hasSeconds(5);
    }

    @Test
    void isShortAgainAfterAGoodRun() {
        backOff.afterRunOf(CRASH);
        backOff.afterRunOf(CRASH);
        assertThat(backOff.afterRunOf(Duration.ofMinutes(1))).hasSeconds(1);
        assertThat(backOff.afterRunOf(CRASH)).hasSeconds(2);
    }

    @Test
    void neverOverflows() {
        for (int i = 0; i < 200; i++) {
            assertThat(backOff.afterRunOf(CRASH)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        }
    }
}
