/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.Conditions.Points;
import community.townhall.embeddedmongo.Conditions.Range;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the {@link Store}. Readers and a writer work beside one another.
 *
 * <p>A query reads the {@link IndexScan} that is worth most to it, or all documents in the order of their ids, and holds
 * each against the whole query. Documents of equal sort keys come in no particular order, as in MongoDB.
 */
final class StoredCollection extends AbstractMongoCollection<Key> {

    private static final int BATCH = 200;
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
        if (document.get(IdIndex.FIELD) instanceof BsonRegularExpression) {
            throw new MongoServerError(53, "InvalidIdField", "The '_id' value cannot be of type regex");
        }
        if (document.get(IdIndex.FIELD) instanceof Document id
                && id.keySet().stream().anyMatch(field -> field.startsWith("$"))) {
            throw new MongoServerError(52, "DollarPrefixedFieldName", "_id fields may not contain '$'-prefixed fields");
        }
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
        return updating(() -> {
            if (PathChecks.areNeeded(update)) {
                updateUpToRefused(selector, update, arrayFilters, isMulti, oplog);
            }
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        });
    }

    /** Those that come before a document that the update does not go with are updated all the same. */
    private void updateUpToRefused(
            Document selector, Document update, ArrayFilters arrayFilters, boolean isMulti, Oplog oplog) {
        List<Object> before = new ArrayList<>();
        for (Document document : queryDocuments(selector, null, 0, 0, 0, null)) {
            try {
                PathChecks.check(document, update);
            } catch (MongoServerError e) {
                for (Object id : before) {
                    super.updateDocuments(new Document(IdIndex.FIELD, id), update, arrayFilters, false, false, oplog);
                }
                throw e;
            }
            if (!isMulti) {
                return;
            }
            before.add(document.get(IdIndex.FIELD));
        }
    }

    @Override
    public Document findAndModify(Document query) {
        return updating(() -> {
            if (query.get("update") instanceof Document update && PathChecks.areNeeded(update)) {
                Document selector = query.get("query") instanceof Document given ? given : new Document();
                Document order = query.get("sort") instanceof Document given ? given : null;
                queryDocuments(selector, order, 0, 1, 0, null).forEach(document -> PathChecks.check(document, update));
            }
            return super.findAndModify(query);
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
            Conditions conditions = Conditions.of(query);
            IndexScan scan = bestScan(conditions, SortOrder.of(null), false);
            Long counted = scan == null || conditions.points(IdIndex.FIELD) != null ? null : scan.count(conditions);
            long all = counted != null
                    ? counted
                    : matching(candidates(conditions, scan), query, isAnswered(conditions, scan))
                            .count();
            long rest = Math.max(0, all - Math.max(0, skip));
            return Math.toIntExact(limit > 0 ? Math.min(limit, rest) : rest);
        });
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        Conditions conditions = Conditions.of(query);
        SortOrder order = SortOrder.of(orderBy);
        IndexScan scan = bestScan(conditions, order, limit > 0);
        long wanted = limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
        boolean answered = isAnswered(conditions, scan);
        List<Object> found;
        if (conditions.points(IdIndex.FIELD) != null) {
            found = sorted(matching(candidates(conditions, scan), query, answered), order);
        } else if (scan == null) {
            found = scanAll(query, conditions, order, wanted);
        } else if (scan.sorted()) {
            List<IndexScan.Stretch> stretches = scan.stretches();
            Set<Key> seen = new HashSet<>();
            Stream<Object> first = stretches.stream()
                    .flatMap(stretch -> matching(documentsOf(once(scan, stretch.ids(), seen)), query, answered)
                            .limit(wanted));
            found = stretches.size() == 1 ? first.toList() : sorted(first, order);
        } else {
            found = sorted(matching(candidates(conditions, scan), query, answered), order);
        }
        List<Object> page = found.subList(Math.min(skip, found.size()), (int) Math.min(wanted, found.size()));
        List<Document> result = new StoredDocuments(page);
        return fields == null || fields.isEmpty()
                ? createQueryResult(result, batchSize)
                : matchDocumentsFromStream(result.stream(), new Document(), null, 0, 0, batchSize, fields);
    }

    /** The documents of a query as they are read, some at a time, so that a pipeline need not hold them all. */
    Stream<Document> stream(Document query) {
        Conditions conditions = Conditions.of(query);
        IndexScan scan = bestScan(conditions, SortOrder.of(null), false);
        QueryMatcher matcher = new DefaultQueryMatcher();
        boolean all = scan == null && conditions.points(IdIndex.FIELD) == null;
        Stream<byte[]> candidates = all
                ? inBatches()
                : reading(() -> candidateIds(conditions, scan).toList()).stream()
                        .map(id -> reading(() -> Optional.ofNullable(documents.get(id))))
                        .flatMap(Optional::stream);
        return candidates.map(Bson::decode).filter(document -> matcher.matches(document, query));
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return inBatches().map(Bson::decode);
    }

    private Stream<byte[]> inBatches() {
        return DocumentTable.<DocumentTable.Row>batches(
                        last -> reading(() -> documents.after(last == null ? Long.MIN_VALUE : last.number(), BATCH)))
                .map(DocumentTable.Row::document);
    }

    private @Nullable IndexScan bestScan(Conditions conditions, SortOrder order, boolean limited) {
        return getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(index -> IndexScan.of((OrderedIndex) index, conditions, order))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(scan -> scan.worth(limited)))
                .orElse(null);
    }

    /** The documents that may satisfy the conditions, each once. */
    private Stream<byte[]> candidates(Conditions conditions, @Nullable IndexScan scan) {
        return scan == null && conditions.points(IdIndex.FIELD) == null
                ? all(conditions, false)
                : documentsOf(candidateIds(conditions, scan));
    }

    private static Stream<Key> candidateIds(Conditions conditions, @Nullable IndexScan scan) {
        Points ids = conditions.points(IdIndex.FIELD);
        if (ids != null || scan == null) {
            return ids == null ? Stream.empty() : ids.values().stream();
        }
        Set<Key> seen = new HashSet<>();
        return scan.stretches().stream().flatMap(stretch -> once(scan, stretch.ids(), seen));
    }

    private List<Object> scanAll(Document query, Conditions conditions, SortOrder order, long wanted) {
        boolean byId =
                !order.isNatural() && order.fields().getFirst().path().name().equals(IdIndex.FIELD);
        boolean backwards = byId ? !order.fields().getFirst().ascending() : order.isNatural() && order.backwards();
        Stream<byte[]> all = byId ? byId(conditions, backwards) : all(conditions, backwards);
        Stream<Object> matching = matching(all, query, isAnswered(conditions, null));
        return byId || order.isNatural() ? matching.limit(wanted).toList() : sorted(matching, order);
    }

    private Stream<byte[]> all(Conditions conditions, boolean backwards) {
        return conditions.range(IdIndex.FIELD, false) == null
                ? documents.all(backwards).map(DocumentTable.Row::document)
                : byId(conditions, backwards);
    }

    private Stream<byte[]> byId(Conditions conditions, boolean backwards) {
        Range range = conditions.range(IdIndex.FIELD, false);
        Key low = range == null ? Key.LOWEST : range.low();
        Key high = range == null ? Key.HIGHEST : range.high();
        return low.compareTo(high) >= 0
                ? Stream.empty()
                : documents.between(low, high, backwards).map(DocumentTable.Row::document);
    }

    private static Stream<Key> once(IndexScan scan, Stream<Key> ids, Set<Key> seen) {
        return scan.index().hasArrays() ? ids.filter(seen::add) : ids;
    }

    private Stream<byte[]> documentsOf(Stream<Key> ids) {
        return ids.mapMulti((id, next) -> {
            byte[] document = documents.get(id);
            if (document != null) {
                next.accept(document);
            }
        });
    }

    /** Whether all that is read satisfies the query, since it says nothing beyond what it is read by. */
    private static boolean isAnswered(Conditions conditions, @Nullable IndexScan scan) {
        return scan == null || conditions.points(IdIndex.FIELD) != null
                ? conditions.areAll(Set.of(IdIndex.FIELD))
                : scan.answers(conditions);
    }

    private Stream<Object> matching(Stream<byte[]> stored, Document query, boolean answered) {
        return StoredDocuments.matching(stored, answered, document -> documentMatchesQuery(document, query));
    }

    private static List<Object> sorted(Stream<Object> documents, SortOrder order) {
        if (order.isNatural()) {
            return documents.toList();
        }
        record Sortable(List<Key> keys, Object document) {}
        return documents
                .map(document -> new Sortable(order.keys(StoredDocuments.decoded(document)), document))
                .sorted(Comparator.comparing(Sortable::keys, order.comparator()))
                .map(Sortable::document)
                .toList();
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
