/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class FollowProperties {

    @Property
    void the_last_word_counts_and_repeating_it_tells_nothing(@ForAll @NotEmpty List<Boolean> follows) {
        Optional<Follow> current = Optional.empty();
        boolean former = false;
        for (boolean follow : follows) {
            Optional<? extends FollowEvent> event = follow
                    ? Follow.start(current, "id", "bob", FollowedType.MEMBER, "ada", Instant.EPOCH)
                    : Follow.stop(current, Instant.EPOCH);
            assertThat(event.isPresent()).isEqualTo(follow != former);
            current = event.<Follow>map(FollowEvent::follow).or(currently(current));
            former = follow;
        }
        assertThat(current.filter(Follow::active).isPresent()).isEqualTo(follows.getLast());
    }

    private static java.util.function.Supplier<Optional<Follow>> currently(Optional<Follow> current) {
        return () -> current;
    }

    @Example
    void nobody_follows_themselves() {
        assertThatThrownBy(() -> Follow.start(Optional.empty(), "id", "ada", FollowedType.MEMBER, "ada", Instant.EPOCH))
                .isInstanceOf(Refusal.class);
    }
}
