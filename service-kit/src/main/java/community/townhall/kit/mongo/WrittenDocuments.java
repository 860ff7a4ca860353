/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.mongo;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Counts the documents that are written, by collection and kind of write: what an act costs the database, however many of
 * them travel in one command.
 */
final class WrittenDocuments implements CommandListener {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private static final BsonInt32 NONE = new BsonInt32(0);

    private final MeterRegistry meters;
    /** Of writes that are under way, by request. */
    private final Map<Integer, String> collections = new ConcurrentHashMap<>();

    WrittenDocuments(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (WRITES.contains(event.getCommandName())) {
            BsonValue collection = event.getCommand().get(event.getCommandName());
            if (collection != null && collection.isString()) {
                collections.put(event.getRequestId(), collection.asString().getValue());
            }
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        @Nullable String collection = collections.remove(event.getRequestId());
        if (collection == null) {
            return;
        }
        long written = written(event.getCommandName(), event.getResponse());
        if (written > 0) {
            meters.counter("townhall.mongo.documents.written", "collection", collection, "kind", event.getCommandName())
                    .increment(written);
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        collections.remove(event.getRequestId());
    }

    private static long written(String command, BsonDocument answer) {
        BsonDocument counted =
                command.equals("findAndModify") ? answer.getDocument("lastErrorObject", new BsonDocument()) : answer;
        return counted.getNumber("n", NONE).longValue();
    }
}
