/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Copies of other services' aggregates. A copy is written only over a lower version, so a late or repeated event changes
 * nothing, and the copies end alike whatever order the events came in.
 */
public final class Views {

    private static final String ID = "_id";
    private static final String VERSION = "version";

    private final MongoOperations mongo;
    private final Counter ignored;
    private final Map<Class<?>, MappedFields> fieldsOf = new ConcurrentHashMap<>();

    Views(MongoOperations mongo, MeterRegistry meters) {
        this.mongo = mongo;
        this.ignored = Counter.builder("townhall.events.duplicates")
                .description("Events ignored because their effect, or a newer one, already stood")
                .tag("kind", "view")
                .register(meters);
    }

    /**
     * @param document mapped by Spring Data, with an {@code @Id} and a {@code version}: the entity version of the event
     * @return false when the stored version is the same or higher; nothing was written then
     */
    public boolean saveIfNewer(Object document) {
        MappedFields fields =
                fieldsOf.computeIfAbsent(document.getClass(), type -> MappedFields.of(mongo.getConverter(), type));
        Document bson = fields.toBson(document);
        Object id = Objects.requireNonNull(bson.get(ID), "A view has an id");
        Number version = Objects.requireNonNull(bson.get(VERSION, Number.class), "A view has a version");
        Document change = fields.settingAll(bson);
        Bson olderOrAbsent = Filters.and(Filters.eq(ID, id), Filters.lt(VERSION, version.longValue()));
        try {
            UpdateResult result = Objects.requireNonNull(mongo.execute(
                    mongo.getCollectionName(document.getClass()),
                    target -> target.updateOne(olderOrAbsent, change, new UpdateOptions().upsert(true))));
            if (result.getModifiedCount() > 0 || result.getUpsertedId() != null) {
                return true;
            }
        } catch (DuplicateKeyException e) {
            // The filter met nothing because the stored version is no lower; the upsert then ran into the stored id.
        }
        ignored.increment();
        return false;
    }
}
