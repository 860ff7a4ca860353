/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Bulk writes of which any may run into what is there already, without harm to the others. */
public final class DuplicateKeys {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private DuplicateKeys() {}

    /**
     * Writes them all.
     *
     * @return the places in the list of those that a unique key kept out
     * @throws MongoBulkWriteException when one failed for another reason; the others may have been written
     */
    public static Set<Integer> of(MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        try {
            collection.bulkWrite(writes, UNORDERED);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            Set<Integer> keptOut = new HashSet<>();
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                keptOut.add(error.getIndex());
            }
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            return keptOut;
        }
    }
}
