/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.MovableClock;
import community.townhall.gateway.authorization.RotateSigningKeys.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A new key is known to all before it signs, and an old one verifies as long as a token of its can live. */
class RotateSigningKeysTest {

    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final Duration LEAD = Duration.ofMinutes(1);
    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(62);

    private final InMemory stored = new InMemory();
    private final MovableClock time = new MovableClock();
    private final AtomicInteger made = new AtomicInteger();
    private final RotateSigningKeys one = gateway();
    private final RotateSigningKeys other = gateway();

    @Test
    void there_is_a_key_always_and_all_gateways_have_the_same() {
        assertThat(one.current()).hasSize(1).isEqualTo(other.current());
        assertThat(stored.keys).hasSize(1);
    }

    @Test
    void a_new_key_is_published_before_it_signs() {
        SigningKey first = one.current().getFirst();

        SigningKey second = one.rotate().orElseThrow();

        assertThat(other.current()).containsExactly(first, second);
        time.passes(LEAD);
        assertThat(other.current()).containsExactly(second, first);
        assertThat(one.current()).containsExactly(second, first);
    }

    @Test
    void an_old_key_verifies_until_its_last_token_has_expired_and_is_kept_no_longer() {
        one.current();
        SigningKey second = one.rotate().orElseThrow();

        time.passes(LEAD.plus(LONGEST_TOKEN).minusSeconds(1));
        assertThat(one.current()).hasSize(2);
        time.passes(Duration.ofSeconds(1));

        assertThat(one.current()).containsExactly(second);
        assertThat(stored.keys).containsExactly(second);
    }

    @Test
    void a_key_is_replaced_by_time_once_whoever_notices() {
        SigningKey first = one.current().getFirst();
        time.passes(LIFETIME);

        assertThat(one.current()).hasSize(2).startsWith(first);
        assertThat(other.current()).isEqualTo(one.current());
        time.passes(LEAD);
        assertThat(one.current().getFirst().number()).isEqualTo(2);
    }

    @Test
    void of_two_that_rotate_at_once_one_does() {
        one.current();
        InMemory late = new InMemory();
        late.keys.addAll(stored.keys);
        one.rotate();

        assertThat(stored.add(new SigningKey(2, "another", time.instant(), time.instant())))
                .isFalse();
        assertThat(other.rotate()).as("one is on its way").isEmpty();
    }

    @Test
    void there_are_never_many() {
        one.current();
        int rotations = 0;
        while (one.rotate().isPresent()) {
            rotations++;
            time.passes(LEAD);
        }
        assertThat(rotations).isEqualTo(4);
        time.passes(LONGEST_TOKEN);
        assertThat(one.rotate()).isPresent();
    }

    private RotateSigningKeys gateway() {
        return new RotateSigningKeys(
                stored, () -> "key " + made.incrementAndGet(), new Settings(LIFETIME, LEAD, LONGEST_TOKEN), time);
    }

    private static final class InMemory implements SigningKeys {

        final List<SigningKey> keys = new ArrayList<>();

        @Override
        public List<SigningKey> all() {
            return List.copyOf(keys);
        }

        @Override
        public boolean add(SigningKey key) {
            return keys.stream().noneMatch(kept -> kept.number() == key.number()) && keys.add(key);
        }

        @Override
        public void remove(SigningKey key) {
            keys.remove(key);
        }
    }
}
