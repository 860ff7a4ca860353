/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.mongo;

import community.townhall.rewards.ledger.Audits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** There is one. */
@Document("audits")
record AuditDocument(@Id String id, long number, Audits.Pass latest, Audits.@Nullable Pass anew, Instant begun) {

    static final String ONE = "ledger";

    static AuditDocument of(Audits.Progress progress) {
        return new AuditDocument(ONE, progress.version() + 1, progress.latest(), progress.anew(), progress.begun());
    }

    Audits.Progress toProgress() {
        return new Audits.Progress(number, latest, anew, begun);
    }
}
