/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Documents of one type by id. Threads that ask at once share a query; each reads what stood after it asked, or newer.
 *
 * @param <D> mapped by Spring Data
 */
public final class BatchedReads<D> {

    private final MongoOperations mongo;
    private final Class<D> type;
    private final String collection;
    private final Batches<String, Optional<D>> batches = new Batches<>(this::findAll);

    public BatchedReads(MongoOperations mongo, Class<D> type) {
        this.mongo = mongo;
        this.type = type;
        this.collection = mongo.getCollectionName(type);
    }

    public Optional<D> find(String id) {
        return batches.perform(id);
    }

    private List<Optional<D>> findAll(List<String> ids) {
        if (ids.size() == 1) {
            return List.of(Optional.ofNullable(mongo.findById(ids.getFirst(), type, collection)));
        }
        Map<String, D> found = new HashMap<>();
        for (Document document : mongo.find(Query.query(where("_id").in(ids)), Document.class, collection)) {
            found.put(document.getString("_id"), mongo.getConverter().read(type, document));
        }
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }
}
