/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database in the {@link Store}. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    private static final String INDEXES = "system.indexes";
    private static final String EXPIRY = "expireAfterSeconds";

    private final Store store;

    StoredDatabase(String name, Store store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "aggregate" -> {
                Document answer = aggregate(query, databases, oplog);
                yield answer != null ? answer : super.handleCommand(channel, command, query, databases, oplog);
            }
            case "insert" -> insert(channel, query, databases, oplog);
            case "update" ->
                Writes.each(
                        query,
                        "updates",
                        this::createForUpsert,
                        one -> isThere(query, "update")
                                ? super.handleCommand(channel, command, one, databases, oplog)
                                : new Document());
            case "delete" ->
                Writes.each(
                        query, "deletes", _ -> {}, one -> super.handleCommand(channel, command, one, databases, oplog));
            case "findandmodify" ->
                isThere(query, query.keySet().iterator().next()) || Boolean.TRUE.equals(query.get("upsert"))
                        ? Writes.withMongosCode(() -> super.handleCommand(channel, command, query, databases, oplog))
                        : new Document("value", null).append("ok", 1.0);
            case "createindexes" -> createIndexes(channel, query, databases, oplog);
            case "listindexes", "drop" -> {
                requireThere(query, query.keySet().iterator().next());
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "dropindexes" -> dropIndexes(channel, query, databases, oplog);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /**
     * Answers a pipeline that begins with a match or a sort from the indexes, and a count of matching documents by counting; null for
     * one that writes.
     */
    private @Nullable Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
        String name = String.valueOf(query.get("aggregate"));
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        if (pipeline.isEmpty() || !(resolveCollection(name, false) instanceof StoredCollection collection)) {
            return null;
        }
        Document first = pipeline.getFirst();
        boolean matches = first.get("$match") instanceof Document;
        Document match = first.get("$match") instanceof Document given ? given : new Document();
        List<Document> rest = pipeline.subList(matches ? 1 : 0, pipeline.size());
        if (isCount(rest)) {
            int n = collection.count(match, 0, 0);
            return cursor(name, n == 0 ? List.of() : List.of(counted(rest.getFirst(), n)));
        }
        Document sort = null;
        int limit = 0;
        if (!rest.isEmpty() && rest.getFirst().get("$sort") instanceof Document order) {
            sort = order;
            rest = rest.subList(1, rest.size());
        }
        if (!rest.isEmpty() && rest.getFirst().get("$limit") instanceof Number number && number.intValue() > 0) {
            limit = number.intValue();
            rest = rest.subList(1, rest.size());
        }
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, this, collection, oplog);
        aggregation.validate(query);
        if (aggregation.isModifying()) {
            return null;
        }
        Document selector = new Document("$query", match).append("$orderby", sort);
        Stream<Document> matching = sort == null && limit == 0
                ? collection.stream(match)
                : collection.handleQuery(new QueryParameters(selector, 0, limit)).collectDocuments().stream();
        for (Document stage : rest) {
            if (stage.get("$group") instanceof Document group) {
                matching = matching.peek(document -> Groups.check(group, document));
            }
            matching = Aggregation.fromPipeline(List.of(stage), databases, this, collection, oplog)
                    .runStagesAsStream(matching);
        }
        return cursor(name, matching.toList());
    }

    /** What drivers send to count documents: one group, of all, summing ones. */
    private static boolean isCount(List<Document> stages) {
        return stages.size() == 1
                && stages.getFirst().get("$group") instanceof Document group
                && group.keySet().equals(Set.of(IdIndex.FIELD, "n"))
                && group.get(IdIndex.FIELD) instanceof Number
                && new Document("$sum", 1).equals(group.get("n"));
    }

    private static Document counted(Document stage, int n) {
        return stage.get("$group") instanceof Document group
                ? new Document(IdIndex.FIELD, group.get(IdIndex.FIELD)).append("n", n)
                : new Document();
    }

    private Document cursor(String collection, List<Document> documents) {
        Document cursor = new Document("id", 0L)
                .append("ns", getFullCollectionNamespace(collection))
                .append("firstBatch", documents);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    /** Deletes the documents whose time is over by an index that says after how many seconds it is. */
    void expire(Instant now) {
        // Each as a unit, beside which no collection is dropped.
        for (Document index : store.reading(this::expiring)) {
            store.writing(() -> expire(index, now));
        }
    }

    private List<Document> expiring() {
        List<Document> expiring = new ArrayList<>();
        if (resolveCollection(INDEXES, false) instanceof StoredCollection descriptions) {
            descriptions
                    .handleQuery(new Document(EXPIRY, new Document("$exists", true)))
                    .forEach(expiring::add);
        }
        return expiring;
    }

    /** @return how many are gone */
    private int expire(Document index, Instant now) {
        String namespace = String.valueOf(index.get("ns"));
        MongoCollection<Key> collection = resolveCollection(namespace.substring(databaseName.length() + 1), false);
        if (collection == null
                || !(index.get(EXPIRY) instanceof Number seconds)
                || !(index.get("key") instanceof Document key)) {
            return 0;
        }
        String field = key.keySet().iterator().next();
        Document over = new Document("$lt", now.minusSeconds(seconds.longValue()));
        return collection.deleteDocuments(new Document(field, over), 0, NoopOplog.get());
    }

    private boolean isThere(Document query, String command) {
        return resolveCollection(String.valueOf(query.get(command)), false) != null;
    }

    private void requireThere(Document query, String command) {
        if (!isThere(query, command)) {
            throw Refusals.namespaceNotFound(getFullCollectionNamespace(String.valueOf(query.get(command))));
        }
    }

    /** Even for one that is then refused, as in MongoDB. */
    private void createForUpsert(Document one) {
        if (one.get("updates") instanceof List<?> statements
                && statements.getFirst() instanceof Document statement
                && Boolean.TRUE.equals(statement.get("upsert"))) {
            resolveOrCreateCollection(String.valueOf(one.get("update")));
        }
    }

    private Document insert(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        if (!isThere(query, "insert") && query.get("documents") instanceof List<?> documents) {
            List<Document> errors = IdIndex.refused(documents);
            boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
            if (ordered ? IdIndex.refused(documents.subList(0, 1)).size() == 1 : errors.size() == documents.size()) {
                // No collection is created for documents that all are refused.
                return new Document("n", 0)
                        .append("writeErrors", ordered ? errors.subList(0, 1) : errors)
                        .append("ok", 1.0);
            }
        }
        return inserted(query, super.handleCommand(channel, "insert", query, databases, oplog));
    }

    /** Counts what was inserted; mongo-java-server counts what was sent. */
    private static Document inserted(Document query, Document answer) {
        if (query.get("documents") instanceof List<?> sent && answer.get("writeErrors") instanceof List<?> errors) {
            boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
            Object first = ((Document) errors.getFirst()).get("index");
            answer.put("n", ordered && first instanceof Number index ? index.intValue() : sent.size() - errors.size());
        }
        return answer;
    }

    private Document createIndexes(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        String name = String.valueOf(query.get("createIndexes"));
        MongoCollection<Key> known = resolveCollection(name, false);
        int before = known == null ? 1 : known.getIndexes().size();
        if (query.get("indexes") instanceof Collection<?> indexes) {
            refuseOtherExpiry(name, indexes);
        }
        super.handleCommand(channel, "createIndexes", query, databases, oplog);
        int after = resolveCollection(name, true).getIndexes().size();
        return new Document("numIndexesBefore", before)
                .append("numIndexesAfter", after)
                .append("ok", 1.0);
    }

    /** An index does not begin to expire what it has, nor later than it was told to. */
    private void refuseOtherExpiry(String collection, Collection<?> indexes) {
        List<Document> known = new ArrayList<>();
        if (resolveCollection(INDEXES, false) instanceof StoredCollection descriptions) {
            Document ofCollection = new Document("ns", getFullCollectionNamespace(collection));
            descriptions.handleQuery(ofCollection).forEach(known::add);
        }
        for (Object each : indexes) {
            Document index = (Document) each;
            for (Document one : known) {
                if (Objects.equals(one.get("name"), index.get("name"))
                        && Objects.equals(one.get("key"), index.get("key"))
                        && isSet(one, "unique") == isSet(index, "unique")
                        && isSet(one, "sparse") == isSet(index, "sparse")
                        && expiry(one) != expiry(index)) {
                    throw new MongoServerError(
                            85, "IndexOptionsConflict", "An index of that name expires documents otherwise");
                }
            }
            known.add(index);
        }
    }

    private static boolean isSet(Document index, String option) {
        return Utils.isTrue(index.get(option));
    }

    private static long expiry(Document index) {
        return index.get(EXPIRY) instanceof Number seconds ? seconds.longValue() : -1;
    }

    /** By their names: of one key there may be several. */
    private Document dropIndexes(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        requireThere(query, "dropIndexes");
        Object index = query.get("index");
        if (IdIndex.NAME.equals(index)) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        MongoCollection<Key> collection = resolveCollection(String.valueOf(query.get("dropIndexes")), true);
        int before = collection.getIndexes().size();
        List<String> dropped = collection.getIndexes().stream()
                .map(Index::getName)
                .filter(name -> !name.equals(IdIndex.NAME) && ("*".equals(index) || name.equals(index)))
                .toList();
        if (dropped.isEmpty() && !"*".equals(index)) {
            super.handleCommand(channel, "dropIndexes", query, databases, oplog);
        }
        for (String name : dropped) {
            collection.dropIndex(name);
            Document description = new Document("ns", collection.getFullName()).append("name", name);
            resolveCollection(INDEXES, true).deleteDocuments(description, 0, oplog);
        }
        return new Document("nIndexesWas", before).append("ok", 1.0);
    }

    @Override
    protected MongoCollection<Key> resolveOrCreateCollection(String name) {
        MongoCollection<Key> known = resolveCollection(name, false);
        return known != null ? known : store.exclusively(() -> super.resolveOrCreateCollection(name));
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        DocumentTable documents = store.documents(getFullCollectionNamespace(name));
        return new StoredCollection(this, name, options, cursorRegistry, store, documents);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (name.equals(IdIndex.NAME)) {
            return new IdIndex(((StoredCollection) resolveCollection(collection, true)).documents());
        }
        return new OrderedIndex(store, getFullCollectionNamespace(collection), name, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(store, getFullCollectionNamespace(collection), name, keys, false, sparse);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        StoredCollection dropped = (StoredCollection) resolveCollection(name, true);
        super.dropCollection(name, oplog);
        // Dropping the list of the collections takes its own entry out of it first.
        dropped.documents().drop();
        if (name.equals(INDEXES)) {
            forgetIndexes();
        }
    }

    @SuppressWarnings("NullAway") // mongo-java-server's own sign that there are none
    private void forgetIndexes() {
        indexes.set(null);
    }

    @Override
    protected long getStorageSize() {
        return store.bytes();
    }

    @Override
    protected long getFileSize() {
        return store.bytes();
    }
}
