/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SignInFailuresProperties {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private static SignInFailures after(int failures) {
        SignInFailures current = SignInFailures.NONE;
        for (int i = 0; i < failures; i++) {
            current = current.oneMore(current.isLocked(NOW) ? current.lockedUntil() : NOW, SignInFailures.FREE);
        }
        return current;
    }

    @Property
    void aFewAreFree(@ForAll @IntRange(max = SignInFailures.FREE) int failures) {
        assertThat(after(failures).isLocked(NOW)).isFalse();
    }

    @Property
    void moreCloseTheAccountForAWhileThatGrowsAndEnds(@ForAll @IntRange(min = 1, max = 60) int beyond) {
        SignInFailures before = after(SignInFailures.FREE + beyond - 1);
        Instant attempt = before.isLocked(NOW) ? before.lockedUntil() : NOW;
        SignInFailures after = before.oneMore(attempt, SignInFailures.FREE);
        Duration pause = Duration.between(attempt, after.lockedUntil());
        Duration expected = Duration.ofSeconds(30).multipliedBy(1L << Math.min(beyond - 1, 7));
        assertThat(pause).isEqualTo(expected.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : expected);
        assertThat(after.isLocked(after.lockedUntil().minusMillis(1))).isTrue();
        assertThat(after.isLocked(after.lockedUntil())).isFalse();
    }

    @Property
    void aStrangerCannotKeepAnAccountClosed(@ForAll @IntRange(min = 1, max = 1000) int attempts) {
        SignInFailures closed = after(SignInFailures.FREE + 1);
        SignInFailures current = closed;
        for (int i = 0; i < attempts; i++) {
            current = current.oneMore(NOW, SignInFailures.FREE);
        }
        assertThat(current).isEqualTo(closed);
    }
}
