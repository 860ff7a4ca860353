/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the map of the documents itself. */
final class IdIndex extends Index<Key> {

    static final String NAME = "_id_";
    static final String FIELD = "_id";

    private final DocumentTable documents;

    IdIndex(DocumentTable documents) {
        super(NAME, List.of(new IndexKey(FIELD, true)), false);
        this.documents = documents;
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        Object value = document.get(FIELD);
        Key id = value == null ? null : Key.of(value);
        return id != null && documents.contains(id) ? id : null;
    }

    /** Refuses a document whose id is none. */
    static void check(Document document) {
        switch (document.getOrMissing(FIELD)) {
            case null -> throw Refusals.notImplemented("An id that is null");
            case Collection<?> _ -> throw invalid("array");
            case BsonRegularExpression _ -> throw invalid("regex");
            case Document id
            when id.keySet().stream().anyMatch(field -> field.startsWith("$")) ->
                throw new MongoServerError(
                        52, "DollarPrefixedFieldName", "_id fields may not contain '$'-prefixed fields");
            default -> {}
        }
    }

    private static MongoServerError invalid(String type) {
        return new MongoServerError(53, "InvalidIdField", "The '_id' value cannot be of type " + type);
    }

    /** The errors of those whose id is none. */
    static List<Document> refused(List<?> documents) {
        List<Document> errors = new ArrayList<>();
        for (int index = 0; index < documents.size(); index++) {
            try {
                check((Document) documents.get(index));
            } catch (MongoServerError e) {
                errors.add(new Document("index", index)
                        .append("code", e.getCode())
                        .append("errmsg", e.getMessageWithoutErrorCode()));
            }
        }
        return errors;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        Object id = document.get(FIELD);
        if (documents.contains(Key.of(id))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(List.of(Objects.requireNonNull(id))));
        }
    }

    @Override
    public @Nullable Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("Queries are planned");
    }

    @Override
    public long getCount() {
        return documents.count();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        // The document's own place in the map is its entry; so it is below.
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        // An id never changes.
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
        // An id never changes.
    }

    @Override
    public void drop() {
        // The collection drops its documents.
    }
}
