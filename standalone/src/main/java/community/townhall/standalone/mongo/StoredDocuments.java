/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.List;

/** Documents that take the memory of their bytes until they are asked for; each time anew. */
final class StoredDocuments extends AbstractList<Document> {

    private final List<byte[]> documents;

    StoredDocuments(List<byte[]> documents) {
        this.documents = documents;
    }

    @Override
    public Document get(int index) {
        return Bson.decode(documents.get(index));
    }

    @Override
    public int size() {
        return documents.size();
    }
}
