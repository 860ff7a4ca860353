/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/** What happened once and stays: its id derives from its cause, so recording it again finds it there. */
public final class Facts {

    private final MongoOperations mongo;
    private final Counter ignored;

    Facts(MongoOperations mongo, MeterRegistry meters) {
        this.mongo = mongo;
        this.ignored = Counter.builder("townhall.events.duplicates")
                .description("Events ignored because their effect, or a newer one, already stood")
                .tag("kind", "fact")
                .register(meters);
    }

    /**
     * @param document mapped by Spring Data, with an {@code @Id} derived from its cause
     * @return false when it was recorded already
     */
    public boolean insertOnce(Object document) {
        try {
            mongo.insert(document);
            return true;
        } catch (DuplicateKeyException e) {
            ignored.increment();
            return false;
        }
    }
}
