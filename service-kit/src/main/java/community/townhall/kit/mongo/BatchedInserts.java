/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.client.model.InsertOneModel;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** New documents of one collection. Threads that write at once share a write. */
public final class BatchedInserts {

    private final MongoOperations mongo;
    private final String collection;
    private final Batches<Document, Boolean> batches = new Batches<>(this::insertAll);

    public BatchedInserts(MongoOperations mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    /** @return false when one of its unique keys is taken; nothing was written then */
    public boolean insert(Document document) {
        return batches.perform(document);
    }

    private List<Boolean> insertAll(List<Document> documents) {
        List<InsertOneModel<Document>> writes =
                documents.stream().map(InsertOneModel::new).toList();
        return Objects.requireNonNull(mongo.execute(collection, target -> BulkWrites.written(target, writes)));
    }
}
