/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.target;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.StableId;
import community.townhall.kit.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<@Nullable Target> known = new AtomicReference<>();

    private Targets targets(TargetType type, Duration newsTake) {
        TargetSource source = new TargetSource() {
            @Override
            public TargetType type() {
                return type;
            }

            @Override
            public Optional<Target> find(String id) {
                looks.incrementAndGet();
                return Optional.ofNullable(known.get());
            }
        };
        return new Targets(List.of(source), InstantSource.system(), newsTake);
    }

    private static Target post(String id, boolean visible) {
        return new Target(TargetType.POST, id, "ada", visible, null, null);
    }

    @Test
    void news_of_a_target_is_waited_for_until_it_is_as_needed() throws Exception {
        String id = Ids.next();
        Targets targets = targets(TargetType.POST, Duration.ofMinutes(1));
        CompletableFuture<Target> asked = CompletableFuture.supplyAsync(() -> targets.visible(TargetType.POST, id));

        while (!asked.isDone()) {
            // Heard of, and then visible; again and again, as the one who asks may come a little later.
            known.set(post(id, known.get() != null));
            targets.arrived(id);
            Thread.onSpinWait();
        }

        assertThat(asked.get().visible()).isTrue();
    }

    @Test
    void what_does_not_come_is_given_up_after_two_looks_and_not_waited_for_again() {
        String id = StableId.of("request", "key");
        Targets targets = targets(TargetType.POST, Duration.ofMillis(1));

        assertThat(targets.find(TargetType.POST, id, _ -> true)).isEmpty();
        assertThat(looks).hasValue(2);
        assertThat(targets.find(TargetType.POST, id, _ -> true)).isEmpty();
        assertThat(looks).hasValue(3);
    }

    static Stream<String> cannotBeOnTheirWay() {
        return Stream.of(
                "nothing",
                UUID.randomUUID().toString(),
                Ids.floor(Instant.now().minusSeconds(3600)) + "-7000-8000-000000000000",
                Ids.floor(Instant.now().plusSeconds(3600)) + "-7000-8000-000000000000");
    }

    @ParameterizedTest
    @MethodSource("cannotBeOnTheirWay")
    void what_cannot_be_on_its_way_is_not_waited_for(String id) {
        assertThat(targets(TargetType.POST, Duration.ofHours(1)).find(TargetType.POST, id, _ -> true))
                .isEmpty();
        assertThat(looks).hasValue(1);
    }

    @Test
    void comments_are_here_or_nowhere() {
        assertThat(targets(TargetType.COMMENT, Duration.ofHours(1)).find(TargetType.COMMENT, Ids.next(), _ -> true))
                .isEmpty();
        assertThat(looks).hasValue(1);
    }
}
