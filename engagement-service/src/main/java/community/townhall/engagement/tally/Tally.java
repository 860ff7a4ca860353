/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

import community.townhall.engagement.target.TargetType;
import java.util.Map;
import java.util.Optional;

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

    /** Empty when the count is what it was. */
    public Optional<Tally> recounted(Map<String, Long> newReactions) {
        Tally counted = new Tally(targetType, targetId, version, newReactions, comments);
        return counted.equals(this) ? Optional.empty() : Optional.of(counted);
    }

    /** Empty when the count is what it was. */
    public Optional<Tally> recounted(long newComments) {
        Tally counted = new Tally(targetType, targetId, version, reactions, newComments);
        return counted.equals(this) ? Optional.empty() : Optional.of(counted);
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
