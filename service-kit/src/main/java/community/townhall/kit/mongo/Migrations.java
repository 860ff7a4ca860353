/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import java.time.Clock;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Changes of what an earlier release has stored. Whoever owns a collection asks for them before it reads from it, in the
 * order in which the releases came.
 */
public final class Migrations {

    private final MongoOperations mongo;
    private final Facts facts;
    private final Clock clock;

    @Document("migrations")
    private record Done(@Id String id, Instant at) {}

    Migrations(MongoOperations mongo, Facts facts, Clock clock) {
        this.mongo = mongo;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Carries a change out unless that was done.
     *
     * @param id what is changed, the same for ever
     * @param change what was interrupted begins again, and two instances may be at it at once: it must not mind
     */
    public void once(String id, Runnable change) {
        if (mongo.findById(id, Done.class) == null) {
            change.run();
            facts.insertOnce(new Done(id, clock.instant()));
        }
    }
}
