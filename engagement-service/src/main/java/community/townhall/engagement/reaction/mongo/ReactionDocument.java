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
        @Nullable String origin)
        implements Versioned {

    static ReactionDocument of(Reaction reaction, long version) {
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
                reaction.origin());
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
                origin);
    }
}
