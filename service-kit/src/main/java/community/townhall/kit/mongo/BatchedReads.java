/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Batches<Collection<String>, List<D>> batches = new Batches<>(this::findEach);

    public BatchedReads(MongoOperations mongo, Class<D> type) {
        this.mongo = mongo;
        this.type = type;
        this.collection = mongo.getCollectionName(type);
    }

    public Optional<D> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those there are of these, in no order. */
    public List<D> find(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : batches.perform(ids);
    }

    private List<List<D>> findEach(List<Collection<String>> asked) {
        Set<String> ids = asked.stream().flatMap(Collection::stream).collect(Collectors.toSet());
        if (ids.size() == 1) {
            List<D> found = Optional.ofNullable(mongo.findById(ids.iterator().next(), type, collection)).stream()
                    .toList();
            return asked.stream().map(_ -> found).toList();
        }
        Map<String, D> found = new HashMap<>();
        for (Document document : mongo.find(Query.query(where("_id").in(ids)), Document.class, collection)) {
            found.put(document.getString("_id"), mongo.getConverter().read(type, document));
        }
        return asked.stream()
                .map(some ->
                        some.stream().map(found::get).filter(Objects::nonNull).toList())
                .toList();
    }
}
