/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction;

import community.townhall.engagement.target.Target;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * @param importId see {@link ImportedRow}; absent for what happened here, and for what older releases imported
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
        @Nullable String origin,
        @Nullable String importId) {

    /**
     * A member reacts; a vote the other way is turned round.
     *
     * @param current what stands in the slot
     * @param id of the slot
     * @param row what it was elsewhere, absent for what happens here
     * @return empty when it stands already
     * @throws Refusal when it is the member's own content, or an import says otherwise than what they did here
     */
    public static Optional<ReactionEvent.Given> give(
            Optional<Reaction> current,
            String id,
            Target target,
            Reactor by,
            ReactionKind kind,
            Instant at,
            @Nullable ImportedRow row) {
        if (target.authorId().equals(by.memberId())) {
            throw Refusal.invalid("targetId", "not-own", "Nobody reacts to their own content");
        }
        if (current.filter(reaction -> reaction.active() && reaction.kind() == kind)
                .isPresent()) {
            return Optional.empty();
        }
        if (row != null && current.isPresent()) {
            throw kept();
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
                row == null ? null : row.origin(),
                row == null ? null : row.id())));
    }

    /** Whether it is still what a row says that it came from. */
    boolean is(String target, Reactor by, ReactionKind itsKind, Instant given) {
        return active
                && targetId.equals(target)
                && memberId.equals(by.memberId())
                && kind == itsKind
                && at.truncatedTo(ChronoUnit.MILLIS).equals(given.truncatedTo(ChronoUnit.MILLIS));
    }

    static Refusal kept() {
        return Refusal.kept("That reaction is another here, and stays as it is");
    }

    /** A member takes a reaction back. Empty when it does not stand. */
    public static Optional<ReactionEvent.Withdrawn> withdraw(
            Optional<Reaction> current, ReactionKind kind, Instant at) {
        return current.filter(reaction -> reaction.active() && reaction.kind() == kind)
                .map(reaction -> new ReactionEvent.Withdrawn(reaction.inactive(at)));
    }

    private Reaction inactive(Instant since) {
        return new Reaction(
                id,
                version,
                targetType,
                targetId,
                targetAuthorId,
                memberId,
                pseudonymous,
                kind,
                false,
                since,
                origin,
                importId);
    }
}
