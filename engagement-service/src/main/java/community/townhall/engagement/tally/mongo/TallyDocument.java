/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally.mongo;

import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.outbox.Versioned;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("tallies")
record TallyDocument(@Id String id, long version, TargetType targetType, Map<String, Long> reactions, long comments)
        implements Versioned {

    static TallyDocument of(Tally tally, long version) {
        return new TallyDocument(tally.targetId(), version, tally.targetType(), tally.reactions(), tally.comments());
    }

    Tally toTally() {
        return new Tally(targetType, id, version, reactions, comments);
    }
}
