/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.target.Targets;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a reaction, or takes it back. */
public final class React {

    private final Targets targets;
    private final Reactions reactions;
    private final Tallies tallies;
    private final Clock clock;

    public React(Targets targets, Reactions reactions, Tallies tallies, Clock clock) {
        this.targets = targets;
        this.reactions = reactions;
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * What stands on a target, as the member sees it.
     *
     * @param counts how many of each kind
     * @param mine the kinds that are the member's own
     */
    public record Standing(String targetId, Map<String, Long> counts, List<String> mine) {}

    public Standing give(TargetType type, String targetId, String memberId, ReactionKind kind) {
        return give(targets.visible(type, targetId), Reactor.member(memberId), kind, clock.instant(), null);
    }

    /**
     * What happened elsewhere: at its own time, and whether or not the target is visible yet.
     *
     * @throws Refusal when that row said otherwise when it was imported, or what came of it was changed here since
     */
    public Standing give(TargetType type, String targetId, Reactor by, ReactionKind kind, Instant at, ImportedRow row) {
        Target target = targets.existing(type, targetId);
        if (reactions
                .imported(row)
                .filter(there -> !there.is(targetId, by, kind, at))
                .isPresent()) {
            throw Reaction.kept();
        }
        return give(target, by, kind, at, row);
    }

    private Standing give(Target target, Reactor by, ReactionKind kind, Instant at, @Nullable ImportedRow row) {
        String id = reactions.idOf(target.id(), by.memberId(), kind.slot());
        // Before the change, so that it cannot be counted twice.
        Tally tally = tallies.recent(target.type(), target.id());
        Reactions.Changed changed = reactions.change(
                target.id(), by.memberId(), mine -> Reaction.give(mine.in(kind.slot()), id, target, by, kind, at, row));
        return standing(tally, changed);
    }

    public Standing withdraw(TargetType type, String targetId, String memberId, ReactionKind kind) {
        Target target = targets.visible(type, targetId);
        Instant now = clock.instant();
        Tally tally = tallies.recent(type, targetId);
        Reactions.Changed changed =
                reactions.change(target.id(), memberId, mine -> Reaction.withdraw(mine.in(kind.slot()), kind, now));
        return standing(tally, changed);
    }

    private static Standing standing(Tally tally, Reactions.Changed changed) {
        return new Standing(
                tally.targetId(),
                changed.before().seenWith(tally.reactions(), changed.after()),
                changed.after().inForce());
    }
}
