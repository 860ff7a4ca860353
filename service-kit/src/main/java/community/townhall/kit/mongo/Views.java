/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Copies of other services' aggregates. A copy is written only over a lower version, so a late or repeated event changes
 * nothing, and the copies end alike whatever order the events came in.
 */
public final class Views {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoOperations mongo;
    private final Counter ignored;
    private final Map<Class<?>, MappedFields> fieldsOf = new ConcurrentHashMap<>();
    private final Map<String, Batches<UpdateOneModel<Document>, Boolean>> writesTo = new ConcurrentHashMap<>();

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
        boolean saved = writesTo.computeIfAbsent(
                        mongo.getCollectionName(document.getClass()),
                        collection -> new Batches<>(writes -> write(collection, writes)))
                .perform(new UpdateOneModel<>(olderOrAbsent, change, UPSERT));
        if (!saved) {
            ignored.increment();
        }
        return saved;
    }

    private List<Boolean> write(String collection, List<UpdateOneModel<Document>> writes) {
        return Objects.requireNonNull(mongo.execute(collection, target -> BulkWrites.writtenOverLower(target, writes)));
    }
}
