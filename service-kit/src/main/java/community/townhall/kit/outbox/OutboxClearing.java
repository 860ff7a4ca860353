/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Takes delivered events out of their documents, many at once. */
final class OutboxClearing {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;

    OutboxClearing(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** A document whose events, up to that version, are delivered and to be taken out. */
    record Sent(String collection, String id, long version, List<String> eventIds) {}

    void clear(Collection<Sent> all) {
        newestOfEach(all).stream()
                .collect(Collectors.groupingBy(Sent::collection))
                .forEach(this::clear);
    }

    /** The later delivery of a document tells of the later version. */
    private static Collection<Sent> newestOfEach(Collection<Sent> all) {
        record Key(String collection, String id) {}
        Map<Key, Sent> newest = new LinkedHashMap<>();
        for (Sent sent : all) {
            newest.merge(
                    new Key(sent.collection(), sent.id()),
                    sent,
                    (one, other) -> one.version() > other.version() ? one : other);
        }
        return newest.values();
    }

    private void clear(String collection, List<Sent> all) {
        long cleared = 0;
        // Most are new documents, so of one version, and are cleared by one command.
        for (List<Sent> alike :
                all.stream().collect(Collectors.groupingBy(Sent::version)).values()) {
            Bson unchanged = Filters.and(
                    Filters.in(OutboxFields.ID, alike.stream().map(Sent::id).toList()),
                    Filters.eq(OutboxFields.VERSION, alike.getFirst().version()));
            cleared += Objects.requireNonNull(
                            mongo.execute(collection, target -> target.updateMany(unchanged, clearAll())))
                    .getMatchedCount();
        }
        if (cleared < all.size()) {
            // Some have changed meanwhile and hold newer events: take out only what was delivered.
            List<UpdateOneModel<Document>> pulled = all.stream()
                    .map(sent -> new UpdateOneModel<Document>(
                            Filters.eq(OutboxFields.ID, sent.id()),
                            Updates.pull(OutboxFields.OUTBOX, Filters.in("id", sent.eventIds()))))
                    .toList();
            mongo.execute(collection, target -> target.bulkWrite(pulled, UNORDERED));
        }
    }

    private static Bson clearAll() {
        return Updates.combine(
                Updates.unset(OutboxFields.OUTBOX),
                Updates.unset(OutboxFields.OUTBOX_SINCE),
                Updates.unset(OutboxFields.LEASE));
    }
}
