/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.mongo;

import community.townhall.engagement.reaction.Reaction;
import community.townhall.engagement.reaction.ReactionKind;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param uncounted the target, until what it contributes to the target's counts is in them
 * @param baseline what it contributed before releases kept note of what is counted
 */
@Document("reactions")
record ReactionDocument(
        @Id String id,
        long version,
        TargetType targetType,
        String targetId,
        String targetAuthorId,
        String memberId,
        @Nullable Boolean pseudonymous,
        ReactionKind kind,
        boolean active,
        Instant at,
        @Nullable String origin,
        @Nullable String importId,
        @Nullable String uncounted,
        @Nullable Baseline baseline)
        implements Versioned {

    record Baseline(long version, @Nullable String counter) {}

    /** @param former as it was loaded, absent for a new one */
    static ReactionDocument of(Reaction reaction, long version, @Nullable ReactionDocument former) {
        return new ReactionDocument(
                reaction.id(),
                version,
                reaction.targetType(),
                reaction.targetId(),
                reaction.targetAuthorId(),
                reaction.memberId(),
                reaction.pseudonymous() ? true : null,
                reaction.kind(),
                reaction.active(),
                reaction.at(),
                reaction.origin(),
                reaction.importId(),
                reaction.targetId(),
                former == null ? null : former.baselineOfNext());
    }

    private @Nullable Baseline baselineOfNext() {
        return baseline != null || uncounted != null ? baseline : new Baseline(version, counter(active, kind));
    }

    static @Nullable String counter(boolean active, ReactionKind kind) {
        return active ? kind.label() : null;
    }

    Reaction toReaction() {
        return new Reaction(
                id,
                version,
                targetType,
                targetId,
                targetAuthorId,
                memberId,
                Boolean.TRUE.equals(pseudonymous),
                kind,
                active,
                at,
                origin,
                importId);
    }
}
