/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers commands from a {@link Store}; an answer goes out when all that it tells of is safe. */
final class StoredBackend extends AbstractMongoBackend {

    /** Each but the first comes after another drop of the same. */
    private static final int ATTEMPTS = 50;

    private static final int FIRST_BATCH = 101;
    private static final int NEXT_BATCH = 1000;

    private static final int EXPIRY_SECONDS = 30;

    private final Store store;
    private final ScheduledExecutorService expiry = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mongo-expiry").factory());
    private final Map<String, MongoDatabase> databases = new ConcurrentHashMap<>();

    StoredBackend(Store store) {
        this.store = store;
        store.databases().forEach(this::resolveDatabase);
        expiry.scheduleWithFixedDelay(this::expire, EXPIRY_SECONDS, EXPIRY_SECONDS, TimeUnit.SECONDS);
    }

    private void expire() {
        try {
            expire(Instant.now());
        } catch (RuntimeException e) {
            System.getLogger(StoredBackend.class.getName()).log(System.Logger.Level.ERROR, "Nothing expires", e);
        }
    }

    /** Deletes what is over by then. */
    void expire(Instant now) {
        try {
            for (MongoDatabase database : databases.values()) {
                ((StoredDatabase) database).expire(now);
            }
        } finally {
            store.settle();
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            Requests.check(command, query);
            return answer(channel, database, command, query);
        } finally {
            store.settle();
        }
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return answerOnce(channel, database, command, query);
            } catch (TableGone e) {
                // Whoever dropped it is done, or this would wait for them.
            }
        }
        return answerOnce(channel, database, command, query);
    }

    private Document answerOnce(Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello" -> hello(channel, database, query);
            case "buildinfo" ->
                super.handleCommand(channel, database, command, query).append("embedded", true);
            case "ismaster" ->
                super.handleCommand(channel, database, command, query).append("helloOk", true);
            case "find" -> {
                query.putIfAbsent("batchSize", FIRST_BATCH);
                yield super.handleCommand(channel, database, command, query);
            }
            case "getmore" -> {
                query.putIfAbsent("batchSize", NEXT_BATCH);
                yield super.handleCommand(channel, database, command, query);
            }
            case "renamecollection" -> {
                requireThere(String.valueOf(query.get(command)));
                yield store.exclusively(() -> super.handleCommand(channel, database, command, query));
            }
            case "create", "createindexes", "drop", "dropindexes", "dropdatabase" ->
                store.exclusively(() -> super.handleCommand(channel, database, command, query));
            case "killcursors" ->
                super.handleCommand(channel, database, command, query)
                        .append("cursorsAlive", List.of())
                        .append("cursorsUnknown", List.of());
            case "aggregate" ->
                replacesCollection(query)
                        ? store.exclusively(() -> super.handleCommand(channel, database, command, query))
                        : super.handleCommand(channel, database, command, query);
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private void requireThere(String namespace) {
        String database = namespace.substring(0, Math.max(0, namespace.indexOf('.')));
        MongoDatabase known = databases.get(database);
        if (known == null || known.resolveCollection(namespace.substring(database.length() + 1), false) == null) {
            throw Refusals.namespaceNotFound(namespace);
        }
    }

    private Document hello(Channel channel, String database, Document query) {
        Document answer = new Document("isWritablePrimary", true).append("helloOk", true);
        answer.putAll(super.handleCommand(channel, database, "isMaster", query));
        answer.remove("ismaster");
        return answer.append("readOnly", false);
    }

    private static boolean replacesCollection(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document && document.containsKey("$out"));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        try {
            return super.handleQuery(query);
        } finally {
            store.settle();
        }
    }

    @Override
    public MongoDatabase resolveDatabase(String name) {
        MongoDatabase known = databases.get(name);
        return known != null ? known : store.exclusively(() -> super.resolveDatabase(name));
    }

    /** Listing the databases opens each again; there must be one of each. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        MongoDatabase known = databases.get(name);
        if (known != null) {
            return known;
        }
        MongoDatabase opened = new StoredDatabase(name, store, getCursorRegistry());
        databases.put(name, opened);
        return opened;
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }

    @Override
    public void close() {
        expiry.shutdownNow();
        super.close();
        store.close();
    }
}
