/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A collection in the {@link Store}. Readers and a writer work beside one another. */
final class StoredCollection extends AbstractMongoCollection<Key> {

    /** Of a document, as in MongoDB. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** An update that would make a document too large: what it has changed by then is undone. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    private final Store store;
    private final DocumentTable documents;
    private final Queries queries;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Store store,
            DocumentTable documents) {
        super(database, name, options, cursors);
        this.store = store;
        this.documents = documents;
        this.queries = new Queries(store, documents, getIndexes());
        if (IdIndex.FIELD.equals(options.getIdField())) {
            getIndexes().add(new IdIndex(documents));
        }
    }

    DocumentTable documents() {
        return documents;
    }

    private <T> T writing(Supplier<T> change) {
        return store.writing(change);
    }

    private void writing(Runnable change) {
        writing(() -> {
            change.run();
            return true;
        });
    }

    private <T> T updating(Supplier<T> change) {
        try {
            return writing(change);
        } catch (TooLarge e) {
            throw Refusals.location(17419, "Resulting document after update is larger than " + MOST_BYTES);
        }
    }

    private <T> T reading(Supplier<T> query) {
        return store.reading(query);
    }

    @Override
    public void addDocument(Document document) {
        IdIndex.check(document);
        writing(() -> super.addDocument(document));
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean isOrdered) {
        return writing(() -> super.insertDocuments(added, isOrdered));
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return updating(() -> PathChecks.areNeeded(update)
                ? updateEach(selector, update, arrayFilters, isMulti, isUpsert, oplog)
                : super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog));
    }

    /** One after the other: those before one that the update does not go with are updated all the same. */
    private Document updateEach(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        int n = 0;
        int modified = 0;
        for (Document document : queryDocuments(selector, null, 0, isMulti ? 0 : 1, 0, null)) {
            Document answer = super.updateDocuments(
                    byId(document), DocumentChanges.of(document, update), arrayFilters, false, false, oplog);
            n++;
            modified += ((Number) answer.getOrDefault("nModified", 0)).intValue();
        }
        return n == 0 && isUpsert
                ? super.updateDocuments(selector, update, arrayFilters, isMulti, true, oplog)
                : new Document("n", n).append("nModified", modified);
    }

    private static Document byId(Document document) {
        return new Document(IdIndex.FIELD, new Document("$eq", document.get(IdIndex.FIELD)));
    }

    @Override
    public Document findAndModify(Document query) {
        return updating(() -> {
            Document request = query.clone();
            UnaryOperator<Document> projection = Projection.of((Document) request.remove("fields"));
            if (query.get("update") instanceof Document update && PathChecks.areNeeded(update)) {
                Document selector = query.get("query") instanceof Document given ? given : new Document();
                Document order = query.get("sort") instanceof Document given ? given : null;
                for (Document document : queryDocuments(selector, order, 0, 1, 0, null)) {
                    request.put("query", byId(document));
                    request.put("update", DocumentChanges.of(document, update));
                }
            }
            Document answer = super.findAndModify(request);
            if (answer.get("value") instanceof Document value) {
                answer.put("value", projection.apply(value));
            }
            return answer;
        });
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return writing(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public void removeDocument(Document document) {
        writing(() -> super.removeDocument(document));
    }

    @Override
    public void addIndex(Index<Key> index) {
        writing(() -> {
            boolean known = getIndexes().stream().anyMatch(one -> one.getName().equals(index.getName()));
            if (!known) {
                refuseOtherName(index);
            }
            try {
                super.addIndex(index);
            } catch (RuntimeException e) {
                if (!known) {
                    index.drop();
                }
                throw e;
            }
            if (!known && index instanceof OrderedIndex ordered && ordered.isEmpty()) {
                ordered.built();
            }
        });
    }

    private void refuseOtherName(Index<Key> index) {
        for (Index<Key> one : getIndexes()) {
            if (one instanceof OrderedIndex && one.hasSameOptions(index)) {
                throw new MongoServerError(
                        85, "IndexOptionsConflict", "Index already exists with a different name: " + one.getName());
            }
        }
    }

    @Override
    public void dropIndex(String indexName) {
        writing(() -> super.dropIndex(indexName));
    }

    @Override
    public void drop() {
        writing(() -> {
            getIndexes().forEach(Index::drop);
            getIndexes().clear();
            super.drop();
        });
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        writing(() -> {
            super.renameTo(newDatabase, newName);
            store.rename(documents, getFullName());
            for (Index<Key> index : getIndexes()) {
                if (index instanceof OrderedIndex ordered) {
                    ordered.moved(getFullName());
                }
            }
        });
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return reading(() -> super.handleQuery(parameters));
    }

    @Override
    public Document handleDistinct(Document query) {
        FieldPath path = FieldPath.of(String.valueOf(query.get("key")));
        if (path.isPositional()) {
            throw Refusals.notImplemented("A distinct by a place in an array");
        }
        Document selector = query.get("query") instanceof Document given ? given : new Document();
        Map<Key, @Nullable Object> distinct = new TreeMap<>();
        reading(() -> queryDocuments(selector, null, 0, 0, 0, null))
                .forEach(document ->
                        path.elements(document).forEach(value -> distinct.putIfAbsent(Key.of(value), value)));
        return new Document("values", new ArrayList<>(distinct.values())).append("ok", 1.0);
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        return reading(() -> {
            long rest = Math.max(0, queries.count(query) - Math.max(0, skip));
            return Math.toIntExact(limit > 0 ? Math.min(limit, rest) : rest);
        });
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        List<Document> found = queries.find(query, SortOrder.of(orderBy), skip, limit);
        return createQueryResult(
                fields == null || fields.isEmpty()
                        ? found
                        : found.stream().map(Projection.of(fields)).toList(),
                batchSize);
    }

    /** The documents of a query as they are read, some at a time, so that a pipeline need not hold them all. */
    Stream<Document> stream(Document query) {
        return queries.stream(query);
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return queries.stream(new Document());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return documents.all(false).map(row -> new DocumentWithPosition<>(Bson.decode(row.document()), row.id()));
    }

    @Override
    protected Document getDocument(Key id) {
        return Bson.decode(Objects.requireNonNull(documents.get(id)));
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, getIdField());
        Key key = Key.of(id);
        byte[] bytes = Bson.encode(document);
        if (bytes.length > MOST_BYTES) {
            throw Refusals.badValue("object to insert too large. size in bytes: " + bytes.length);
        }
        documents.put(key, bytes);
        return key;
    }

    @Override
    protected void handleUpdate(Key id, Document oldDocument, Document newDocument) {
        byte[] bytes = Bson.encode(newDocument);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge();
        }
        documents.put(id, bytes);
    }

    @Override
    protected void removeDocument(Key id) {
        if (!documents.remove(id)) {
            throw new NoSuchElementException("No document with key " + id);
        }
    }

    @Override
    public int count() {
        return Math.toIntExact(reading(documents::count));
    }

    @Override
    public Document getStats() {
        return reading(super::getStats);
    }

    @Override
    public Document validate() {
        return reading(super::validate);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("The size is added up when asked for");
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, reading(documents::bytes));
    }
}
