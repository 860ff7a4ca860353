/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks.mongo;

import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.thanks.Thanks;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("thanks")
record ThanksDocument(
        @Id String id,
        long version,
        String memberId,
        TargetType targetType,
        String targetId,
        String toId,
        String word,
        int revision,
        Thanks.Status status,
        long judgement,
        Instant at)
        implements Versioned {

    static ThanksDocument of(Thanks thanks, long version) {
        return new ThanksDocument(
                thanks.id(),
                version,
                thanks.memberId(),
                thanks.targetType(),
                thanks.targetId(),
                thanks.toId(),
                thanks.word(),
                thanks.revision(),
                thanks.status(),
                thanks.judgement(),
                thanks.at());
    }

    Thanks toThanks() {
        return new Thanks(id, version, memberId, targetType, targetId, toId, word, revision, status, judgement, at);
    }
}
