/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A tally, with what it took up last: what is written with the counts, in one write, proves that it is in them, until each
 * of those says so itself. So each is counted once, whatever is repeated, reordered or killed in between.
 *
 * @param booked by what they are and by id, what the counts have of those that may not say so yet
 */
public record Counting(Tally tally, Map<String, Map<String, Contribution>> booked) {

    public Counting {
        booked = Map.copyOf(booked);
    }

    /** What the counts have of one: what was booked last, or what it says itself. */
    public Contribution counted(String name, Countable.Item item) {
        Contribution last = bookedOf(name).get(item.id());
        return last != null && last.version() > item.counted().version() ? last : item.counted();
    }

    public Map<String, Contribution> bookedOf(String name) {
        return booked.getOrDefault(name, Map.of());
    }

    /**
     * Takes up what changed.
     *
     * @param uncounted all that say that they are not counted: whoever is not among them says what of it is
     * @return empty when the counts have all of it
     */
    public Optional<Counting> with(String name, Collection<Countable.Item> uncounted) {
        Tally after = tally;
        Map<String, Contribution> taken = new HashMap<>();
        boolean changed = false;
        for (Countable.Item item : uncounted) {
            Contribution before = counted(name, item);
            boolean newer = item.now().version() > before.version();
            if (newer) {
                after = after.without(before.counter()).plus(item.now().counter());
                changed = true;
            }
            taken.put(item.id(), newer ? item.now() : before);
        }
        if (!changed) {
            return Optional.empty();
        }
        Map<String, Map<String, Contribution>> all = new HashMap<>(booked);
        all.put(name, Map.copyOf(taken));
        return Optional.of(new Counting(after, all));
    }

    /** With counts that were added up anew. Empty when they are what they were. */
    public Optional<Counting> corrected(Tally sum) {
        return sum.equals(tally) ? Optional.empty() : Optional.of(new Counting(sum, booked));
    }
}
