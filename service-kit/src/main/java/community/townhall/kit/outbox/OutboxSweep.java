/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import community.townhall.kit.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Finds the documents whose events nobody delivers, batch by batch, and leases a batch by one command. */
final class OutboxSweep {

    private static final int BATCH = 500;

    private final MongoOperations mongo;
    private final String owner;
    private final Duration age;
    private final Clock clock;
    private final Map<String, Instant> sweptUpTo = new ConcurrentHashMap<>();

    /** @param age how long a document must have waited */
    OutboxSweep(MongoOperations mongo, String owner, Duration age, Clock clock) {
        this.mongo = mongo;
        this.owner = owner;
        this.age = age;
        this.clock = clock;
    }

    /**
     * Documents that are leased now, with their version and outbox.
     *
     * @param more whether there may be more, which the next call goes on with
     */
    record Taken(List<Document> documents, boolean more) {}

    /** Takes over what has waited too long, oldest first. */
    Taken next(String collection, Document lease, Predicate<Document> isOnItsWay) {
        Instant now = clock.instant();
        Instant from = sweptUpTo.getOrDefault(collection, Instant.EPOCH);
        List<Document> waiting = Objects.requireNonNull(mongo.execute(
                collection,
                target -> target.find(Filters.and(
                                Filters.gte(OutboxFields.OUTBOX_SINCE, Date.from(from)),
                                Filters.lte(OutboxFields.OUTBOX_SINCE, Date.from(now.minus(age)))))
                        .sort(Sorts.ascending(OutboxFields.OUTBOX_SINCE))
                        .projection(Projections.include(
                                OutboxFields.OUTBOX_SINCE, OutboxFields.LEASE, OutboxFields.OUTBOX + ".id"))
                        .limit(BATCH)
                        .into(new ArrayList<>())));
        List<String> left = waiting.stream()
                .filter(document -> isFree(document, now) && !isOnItsWay.test(document))
                .map(document -> document.getString(OutboxFields.ID))
                .toList();
        List<Document> taken = left.isEmpty() ? List.of() : takeOver(collection, left, lease);
        boolean full = waiting.size() == BATCH;
        if (full) {
            Instant last = since(waiting.getLast());
            // Of so many at one instant the rest is found when all has been swept.
            sweptUpTo.put(collection, last.equals(since(waiting.getFirst())) ? last.plusMillis(1) : last);
        } else {
            sweptUpTo.remove(collection);
        }
        return new Taken(taken, full);
    }

    private static Instant since(Document document) {
        return document.getDate(OutboxFields.OUTBOX_SINCE).toInstant();
    }

    private boolean isFree(Document document, Instant now) {
        Document lease = document.get(OutboxFields.LEASE, Document.class);
        return lease == null
                || owner.equals(lease.getString("owner"))
                || !lease.getDate("until").toInstant().isAfter(now);
    }

    /** Leases them all at once, whoever else tries the same. */
    private List<Document> takeOver(String collection, List<String> ids, Document lease) {
        Bson free = Filters.and(
                Filters.in(OutboxFields.ID, ids),
                Filters.exists(OutboxFields.OUTBOX_SINCE),
                Filters.or(
                        Filters.exists(OutboxFields.LEASE, false),
                        Filters.eq(OutboxFields.LEASE_OWNER, owner),
                        Filters.lte(OutboxFields.LEASE_UNTIL, Date.from(clock.instant()))));
        String taking = Ids.next();
        mongo.execute(
                collection,
                target -> target.updateMany(free, Updates.set(OutboxFields.LEASE, lease.append("taking", taking))));
        return Objects.requireNonNull(mongo.execute(
                collection,
                target -> target.find(
                                Filters.and(Filters.in(OutboxFields.ID, ids), Filters.eq(OutboxFields.TAKING, taking)))
                        .projection(Projections.include(OutboxFields.VERSION, OutboxFields.OUTBOX))
                        .into(new ArrayList<>())));
    }
}
