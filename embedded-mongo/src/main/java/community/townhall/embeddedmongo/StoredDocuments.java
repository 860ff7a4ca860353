/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a query found. The first documents stay decoded, as they were to be held against the query; the others take only
 * the memory of their bytes until they are asked for.
 */
final class StoredDocuments extends AbstractList<Document> {

    private static final int KEPT_DECODED = 500;

    /** Each a {@link Document} or the bytes of one. */
    private final List<Object> documents;

    StoredDocuments(List<Object> documents) {
        this.documents = documents;
    }

    /** Those that match; a matcher of anything need not decode. */
    static Stream<Object> matching(Stream<byte[]> stored, boolean anything, Predicate<Document> matcher) {
        if (anything) {
            return stored.map(Object.class::cast);
        }
        int[] kept = {0};
        return stored.mapMulti((bytes, next) -> {
            Document document = Bson.decode(bytes);
            if (matcher.test(document)) {
                next.accept(kept[0]++ < KEPT_DECODED ? document : bytes);
            }
        });
    }

    static Document decoded(Object document) {
        return document instanceof Document decoded ? decoded : Bson.decode((byte[]) document);
    }

    @Override
    public Document get(int index) {
        return decoded(documents.get(index));
    }

    @Override
    public int size() {
        return documents.size();
    }
}
