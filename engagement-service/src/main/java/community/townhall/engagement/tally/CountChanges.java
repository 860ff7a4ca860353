/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the tallies: takes up what changed on a target, which costs the same whatever is there already. */
public final class CountChanges {

    private static final int AT_ONCE = 200;
    private static final int PAGE = 1_000;

    private final Tallies tallies;

    public CountChanges(Tallies tallies) {
        this.tallies = tallies;
    }

    /**
     * Takes up all that is not counted yet.
     *
     * @return what was found and is counted now, by id
     */
    public Map<String, Contribution> on(TargetType type, String targetId, Countable countable) {
        Map<String, Contribution> counted = new HashMap<>();
        boolean more = true;
        while (more) {
            Found found = new Found();
            Counting after = tallies.change(type, targetId, counting -> {
                found.items = countable.uncounted(targetId, AT_ONCE);
                if (found.items.size() == AT_ONCE) {
                    // Not all are seen: whoever was taken up before may be among the others.
                    countable.counted(counting.bookedOf(countable.name()));
                }
                return counting.with(countable.name(), found.items);
            });
            Map<String, Contribution> taken = new HashMap<>();
            found.items.forEach(item -> taken.put(item.id(), after.counted(countable.name(), item)));
            countable.counted(taken);
            counted.putAll(taken);
            more = found.items.size() == AT_ONCE;
        }
        return counted;
    }

    private static final class Found {
        private List<Countable.Item> items = List.of();
    }

    /**
     * Adds up all there is, and corrects the counts by it. Reads everything: for a sweep, not for a handler.
     *
     * @return whether they were wrong
     */
    public boolean audit(TargetType type, String targetId, Countable countable) {
        boolean[] wrong = new boolean[1];
        tallies.change(type, targetId, counting -> {
            Map<String, Long> sums = new HashMap<>();
            @Nullable String after = null;
            List<Countable.Item> page;
            do {
                page = countable.page(targetId, after, PAGE);
                for (Countable.Item item : page) {
                    Contribution counted = counting.counted(countable.name(), item);
                    if (counted.counter() != null) {
                        sums.merge(counted.counter(), 1L, Long::sum);
                    }
                    if (item.now().version() > counted.version() && !item.waits()) {
                        countable.letWait(item, targetId);
                    }
                    after = item.id();
                }
            } while (page.size() == PAGE);
            boolean ofComments = !countable.name().equals(REACTIONS);
            var corrected = counting.corrected(counting.tally().with(sums, ofComments));
            wrong[0] = corrected.isPresent();
            return corrected;
        });
        return wrong[0];
    }

    /** The name of the countable reactions; all others are comments of some sort. */
    public static final String REACTIONS = "reactions";
}
