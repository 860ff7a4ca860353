/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.engagement.target.TargetType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Reactions come and go on one target while several instances count, any of which may be killed between any two of its
 * steps, and be told late, twice or never: once one of them has counted to its end, the counts are what stands.
 */
class TallyProperties {

    private static final List<String> KINDS = List.of("up", "down", "like");
    private static final String TARGET = "post";

    private static final class Killed extends RuntimeException {}

    /** What all instances share. */
    private static final class World implements Tallies, Countable {

        private final Random chance;
        private final boolean legacy;
        private final Map<String, Stored> reactions = new TreeMap<>();
        private Counting stored = new Counting(Tally.none(TargetType.POST, TARGET), Map.of());
        private int depth;
        private boolean calm;

        private record Stored(Contribution now, @Nullable Contribution counted, boolean waits) {}

        World(Random chance, boolean legacy) {
            this.chance = chance;
            this.legacy = legacy;
        }

        CountChanges instance() {
            return new CountChanges(this);
        }

        /** Somebody else goes first, or this one is killed. */
        private void meanwhile() {
            if (calm) {
                return;
            }
            if (chance.nextInt(12) == 0) {
                throw new Killed();
            }
            if (depth < 3 && chance.nextInt(3) == 0) {
                depth++;
                try {
                    act();
                } finally {
                    depth--;
                }
            }
        }

        void act() {
            if (chance.nextBoolean()) {
                react();
            } else {
                try {
                    if (chance.nextInt(5) == 0) {
                        instance().audit(TargetType.POST, TARGET, this);
                    } else {
                        instance().on(TargetType.POST, TARGET, this);
                    }
                } catch (Killed e) {
                    // and is not told again, unless by chance
                }
            }
        }

        private void react() {
            String id = "r" + chance.nextInt(4);
            Stored before = reactions.get(id);
            long version = before == null ? 1 : before.now().version() + 1;
            String kind = chance.nextInt(3) == 0 ? null : KINDS.get(chance.nextInt(KINDS.size()));
            // What an earlier release left has no mark: what it counted for then is counted.
            Contribution counted = before == null || before.counted() != null || before.waits()
                    ? (before == null ? null : before.counted())
                    : before.now();
            reactions.put(id, new Stored(new Contribution(version, kind), counted, true));
        }

        void leftByAnEarlierRelease() {
            Map<String, Long> counts = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                String kind = KINDS.get(chance.nextInt(KINDS.size()));
                reactions.put("r" + i, new Stored(new Contribution(3, kind), null, false));
                counts.merge(kind, 1L, Long::sum);
            }
            stored = new Counting(new Tally(TargetType.POST, TARGET, 7, counts, 0), Map.of());
        }

        Map<String, Long> truth() {
            Map<String, Long> truth = new HashMap<>();
            for (Stored reaction : reactions.values()) {
                if (reaction.now().counter() != null) {
                    truth.merge(reaction.now().counter(), 1L, Long::sum);
                }
            }
            return truth;
        }

        @Override
        public Counting change(TargetType type, String targetId, Function<Counting, Optional<Counting>> decision) {
            while (true) {
                Counting loaded = stored;
                meanwhile();
                Optional<Counting> after = decision.apply(loaded);
                meanwhile();
                if (after.isEmpty()) {
                    return loaded;
                }
                if (stored.tally().version() == loaded.tally().version()) {
                    Tally tally = after.get().tally();
                    stored = new Counting(
                            new Tally(
                                    tally.targetType(),
                                    tally.targetId(),
                                    tally.version() + 1,
                                    tally.reactions(),
                                    tally.comments()),
                            after.get().booked());
                    return after.get();
                }
            }
        }

        @Override
        public List<Item> uncounted(String targetId, int limit) {
            meanwhile();
            return reactions.entrySet().stream()
                    .filter(reaction -> reaction.getValue().waits())
                    .limit(limit)
                    .map(World::item)
                    .toList();
        }

        @Override
        public List<Item> page(String targetId, @Nullable String after, int limit) {
            meanwhile();
            return reactions.entrySet().stream()
                    .filter(reaction -> after == null || reaction.getKey().compareTo(after) > 0)
                    .limit(limit)
                    .map(World::item)
                    .toList();
        }

        private static Item item(Map.Entry<String, Stored> entry) {
            Stored reaction = entry.getValue();
            Contribution counted = reaction.counted() != null
                    ? reaction.counted()
                    : reaction.waits() ? new Contribution(0, null) : reaction.now();
            return new Item(entry.getKey(), reaction.now(), counted, reaction.waits());
        }

        @Override
        public void counted(Map<String, Contribution> items) {
            for (String id : new ArrayList<>(items.keySet())) {
                meanwhile(); // killed in the middle of it, too
                Contribution mark = Objects.requireNonNull(items.get(id));
                Stored before = Objects.requireNonNull(reactions.get(id));
                Contribution counted =
                        before.counted() == null || before.counted().version() < mark.version()
                                ? mark
                                : before.counted();
                boolean waits = before.waits() && before.now().version() != mark.version();
                reactions.put(id, new Stored(before.now(), counted, waits));
            }
        }

        @Override
        public void letWait(Item item, String targetId) {
            Stored before = Objects.requireNonNull(reactions.get(item.id()));
            reactions.put(item.id(), new Stored(before.now(), before.counted(), true));
        }

        @Override
        public String name() {
            return CountChanges.REACTIONS;
        }

        @Override
        public Map<String, TargetType> waiting(int limit) {
            return Map.of();
        }

        @Override
        public boolean areOn(TargetType type) {
            return true;
        }

        @Override
        public Map<String, Tally> of(Collection<String> targetIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tally recent(TargetType type, String targetId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Tally> page(@Nullable String afterId, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    @Property(tries = 2_000)
    void whatever_is_killed_repeated_or_reordered_the_counts_come_out_right(@ForAll long seed, @ForAll boolean legacy) {
        World world = new World(new Random(seed), legacy);
        if (world.legacy) {
            world.leftByAnEarlierRelease();
        }
        for (int i = 0; i < 25; i++) {
            world.act();
        }
        world.calm = true;

        world.instance().on(TargetType.POST, TARGET, world);

        assertThat(world.stored.tally().reactions()).isEqualTo(world.truth());
        assertThat(world.instance().audit(TargetType.POST, TARGET, world)).isFalse();
        assertThat(world.reactions.values()).noneMatch(World.Stored::waits);
    }

    @Property
    void an_audit_corrects_what_was_meddled_with(@ForAll long seed) {
        World world = new World(new Random(seed), false);
        world.calm = true;
        for (int i = 0; i < 10; i++) {
            world.act();
        }
        world.instance().on(TargetType.POST, TARGET, world);
        world.stored = new Counting(world.stored.tally().plus("up").plus("up"), world.stored.booked());

        assertThat(world.instance().audit(TargetType.POST, TARGET, world)).isTrue();
        assertThat(world.stored.tally().reactions()).isEqualTo(world.truth());
    }
}
