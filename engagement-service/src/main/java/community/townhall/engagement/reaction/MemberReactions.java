/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import community.townhall.engagement.target.TargetType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one member did to one target, one reaction a slot. */
public record MemberReactions(List<Reaction> reactions) {

    public MemberReactions {
        reactions = List.copyOf(reactions);
    }

    /** What they react to, absent where the member never reacted. */
    public Optional<TargetType> targetType() {
        return reactions.stream().map(Reaction::targetType).findFirst();
    }

    public Optional<Reaction> in(String slot) {
        return reactions.stream()
                .filter(reaction -> reaction.kind().slot().equals(slot))
                .findFirst();
    }

    /** With that reaction in its slot. */
    public MemberReactions with(Reaction changed) {
        List<Reaction> result = new ArrayList<>(reactions);
        result.removeIf(reaction -> reaction.kind().slot().equals(changed.kind().slot()));
        result.add(changed);
        return new MemberReactions(result);
    }

    /** The kinds in force, in the order of their declaration. */
    public List<String> inForce() {
        return reactions.stream()
                .filter(Reaction::active)
                .map(Reaction::kind)
                .sorted()
                .map(ReactionKind::label)
                .toList();
    }

    /**
     * The counts that everybody sees, as they will be once this member's change is counted.
     *
     * @param counts that do not know of the change
     * @param after what stands after the change
     */
    public Map<String, Long> seenWith(Map<String, Long> counts, MemberReactions after) {
        Map<String, Long> result = new HashMap<>(counts);
        List<String> before = inForce();
        List<String> now = after.inForce();
        before.stream().filter(kind -> !now.contains(kind)).forEach(kind -> result.merge(kind, -1L, Long::sum));
        now.stream().filter(kind -> !before.contains(kind)).forEach(kind -> result.merge(kind, 1L, Long::sum));
        now.forEach(kind -> result.merge(kind, 1L, Math::max)); // a count that lags behind still knows of one's own
        result.values().removeIf(count -> count <= 0);
        return result;
    }
}
