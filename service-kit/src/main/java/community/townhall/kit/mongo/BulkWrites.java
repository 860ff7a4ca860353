/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;

/** Bulk writes of which any may run into what is there already, without harm to the others. */
public final class BulkWrites {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private BulkWrites() {}

    /**
     * Writes them all.
     *
     * @return for each, in their order, whether it was written; if not, a unique key kept it out
     * @throws MongoBulkWriteException when one failed for another reason; the others may have been written
     */
    public static List<Boolean> written(
            MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        Set<Integer> keptOut = new HashSet<>();
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                keptOut.add(error.getIndex());
            }
            if (e.getWriteConcernError() != null) {
                throw e;
            }
        }
        return IntStream.range(0, writes.size())
                .mapToObj(index -> !keptOut.contains(index))
                .toList();
    }

    /**
     * Writes each over a lower version only: upserts whose filter names the id and a higher version than the stored one.
     * Where a higher one stands, the filter meets nothing and the upsert runs into the stored id; so it does where a lower
     * one was inserted at the same moment, which is then written over.
     *
     * @return for each, in their order, whether it was written; after such a moment, true for all that ran into an id
     */
    public static List<Boolean> writtenOverLower(
            MongoCollection<Document> collection, List<UpdateOneModel<Document>> upserts) {
        List<Boolean> written = written(collection, upserts);
        List<UpdateOneModel<Document>> keptOut = IntStream.range(0, upserts.size())
                .filter(index -> !written.get(index))
                .mapToObj(index -> updating(upserts.get(index)))
                .toList();
        return keptOut.isEmpty() || collection.bulkWrite(keptOut, UNORDERED).getMatchedCount() == 0
                ? written
                : Collections.nCopies(upserts.size(), true);
    }

    private static UpdateOneModel<Document> updating(UpdateOneModel<Document> upsert) {
        return new UpdateOneModel<>(upsert.getFilter(), Objects.requireNonNull(upsert.getUpdate()));
    }
}
