/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one target.
 *
 * @param version 0 while nothing is stored
 * @param reactions how many are in force, by kind; a kind nobody chose is not there
 * @param comments how many visible comments stand under it
 */
public record Tally(TargetType targetType, String targetId, long version, Map<String, Long> reactions, long comments) {

    public Tally {
        reactions = Map.copyOf(reactions);
    }

    /** Of something that nobody has reacted to. */
    public static Tally none(TargetType targetType, String targetId) {
        return new Tally(targetType, targetId, 0, Map.of(), 0);
    }

    /** The count of comments among the counters; the others are kinds of reactions. */
    public static final String COMMENTS = "comments";

    /** One more in that counter. */
    Tally plus(@Nullable String counter) {
        return counter == null ? this : with(counter, count(counter) + 1);
    }

    /** One less in that counter. */
    Tally without(@Nullable String counter) {
        return counter == null ? this : with(counter, Math.max(0, count(counter) - 1));
    }

    /** With all that countable things of that sort contribute, in place of what is counted of them. */
    Tally with(Map<String, Long> sums, boolean ofComments) {
        return ofComments
                ? new Tally(targetType, targetId, version, reactions, sums.getOrDefault(COMMENTS, 0L))
                : new Tally(targetType, targetId, version, sums, comments);
    }

    private long count(String counter) {
        return counter.equals(COMMENTS) ? comments : reactions.getOrDefault(counter, 0L);
    }

    private Tally with(String counter, long count) {
        if (counter.equals(COMMENTS)) {
            return new Tally(targetType, targetId, version, reactions, count);
        }
        Map<String, Long> counted = new HashMap<>(reactions);
        counted.put(counter, count);
        counted.values().removeIf(none -> none == 0);
        return new Tally(targetType, targetId, version, counted, comments);
    }

    public long up() {
        return reactions.getOrDefault("up", 0L);
    }

    public long down() {
        return reactions.getOrDefault("down", 0L);
    }

    /** Votes for less votes against. */
    public long score() {
        return up() - down();
    }
}
