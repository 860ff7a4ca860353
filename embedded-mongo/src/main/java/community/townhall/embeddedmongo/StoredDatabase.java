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
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database in the {@link Store}. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private static final String INDEXES = "system.indexes";

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
            case "dropindexes" -> dropIndexes(channel, query, databases, oplog);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /**
     * Answers a pipeline that begins with a match from the indexes, and a count of matching documents by counting; null for
     * other pipelines.
     */
    private @Nullable Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
        String name = String.valueOf(query.get("aggregate"));
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        if (pipeline.isEmpty()
                || !(pipeline.getFirst().get("$match") instanceof Document match)
                || !(resolveCollection(name, false) instanceof StoredCollection collection)) {
            return null;
        }
        List<Document> rest = pipeline.subList(1, pipeline.size());
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
        Document selector = new Document("$query", match).append("$orderby", sort);
        Stream<Document> matching = sort == null && limit == 0
                ? collection.stream(match)
                : collection.handleQuery(new QueryParameters(selector, 0, limit)).collectDocuments().stream();
        return cursor(name, aggregation.runStages(matching));
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

    /** Names each index to drop by its key: by its name alone it would be taken from other collections too. */
    private Document dropIndexes(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        String collection = String.valueOf(query.get("dropIndexes"));
        Object index = query.get("index");
        List<Document> keys = new ArrayList<>();
        if (index instanceof String name && resolveCollection(INDEXES, false) instanceof MongoCollection<?> indexes) {
            for (Document known : indexes.handleQuery(new Document("ns", getFullCollectionNamespace(collection)))) {
                boolean named =
                        name.equals("*") ? !IdIndex.NAME.equals(known.get("name")) : name.equals(known.get("name"));
                if (named) {
                    keys.add((Document) known.get("key"));
                }
            }
            if (name.equals("*") && keys.isEmpty()) {
                return new Document("ok", 1.0);
            }
        }
        if (keys.isEmpty()) {
            return super.handleCommand(channel, "dropIndexes", query, databases, oplog);
        }
        Document answer = new Document();
        for (Document key : keys) {
            Document one = new Document("dropIndexes", collection).append("index", key);
            answer = super.handleCommand(channel, "dropIndexes", one, databases, oplog);
        }
        return answer;
    }

    @Override
    protected MongoCollection<Object> resolveOrCreateCollection(String name) {
        MongoCollection<Object> known = resolveCollection(name, false);
        return known != null ? known : store.exclusively(() -> super.resolveOrCreateCollection(name));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        StoredMap<Object, byte[]> documents = store.documents(getFullCollectionNamespace(name));
        return new StoredCollection(this, name, options, cursorRegistry, store, documents);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (name.equals(IdIndex.NAME)) {
            return new IdIndex(((StoredCollection) resolveCollection(collection, true)).documents());
        }
        return new OrderedIndex(store, getFullCollectionNamespace(collection), name, keys, true, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(store, getFullCollectionNamespace(collection), name, keys, false, sparse);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        StoredCollection dropped = (StoredCollection) resolveCollection(name, true);
        super.dropCollection(name, oplog);
        // Dropping the list of the collections takes its own entry out of it first.
        store.drop(dropped.documents());
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
