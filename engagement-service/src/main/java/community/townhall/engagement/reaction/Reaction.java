/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member did with one slot of a target: one reaction in force, or one that was taken back.
 *
 * @param id derived from target, member and slot
 * @param version 0 while nothing is stored
 * @param active false once withdrawn
 * @param pseudonymous see {@link Reactor}
 * @param at when it was given or withdrawn
 */
public record Reaction(
        String id,
        long version,
        TargetType targetType,
        String targetId,
        String targetAuthorId,
        String memberId,
        boolean pseudonymous,
        ReactionKind kind,
        boolean active,
        Instant at,
        @Nullable String origin) {

    /**
     * A member reacts; a vote the other way is turned round.
     *
     * @param current what stands in the slot
     * @param id of the slot
     * @return empty when it stands already
     * @throws Refusal when it is the member's own content
     */
    public static Optional<ReactionEvent.Given> give(
            Optional<Reaction> current,
            String id,
            Target target,
            Reactor by,
            ReactionKind kind,
            Instant at,
            @Nullable String origin) {
        if (target.authorId().equals(by.memberId())) {
            throw Refusal.invalid("targetId", "not-own", "Nobody reacts to their own content");
        }
        if (current.filter(reaction -> reaction.active() && reaction.kind() == kind)
                .isPresent()) {
            return Optional.empty();
        }
        long version = current.map(Reaction::version).orElse(0L);
        return Optional.of(new ReactionEvent.Given(new Reaction(
                id,
                version,
                target.type(),
                target.id(),
                target.authorId(),
                by.memberId(),
                by.pseudonymous(),
                kind,
                true,
                at,
                origin)));
    }

    /** A member takes a reaction back. Empty when it does not stand. */
    public static Optional<ReactionEvent.Withdrawn> withdraw(
            Optional<Reaction> current, ReactionKind kind, Instant at) {
        return current.filter(reaction -> reaction.active() && reaction.kind() == kind)
                .map(reaction -> new ReactionEvent.Withdrawn(reaction.inactive(at)));
    }

    private Reaction inactive(Instant since) {
        return new Reaction(
                id, version, targetType, targetId, targetAuthorId, memberId, pseudonymous, kind, false, since, origin);
    }
}
