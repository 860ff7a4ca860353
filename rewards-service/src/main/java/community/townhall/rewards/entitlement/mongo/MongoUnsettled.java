/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import community.townhall.kit.id.Ids;
import community.townhall.rewards.entitlement.Unsettled;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** One document a merit that waits. */
@Repository
@EnableConfigurationProperties(SettlingProperties.class)
class MongoUnsettled implements Unsettled {

    private static final String COLLECTION = "unsettled";
    private static final String ID = "_id";
    private static final String SINCE = "since";

    /** When it has been quiet for long enough, put off with every change. */
    private static final String DUE = "due";

    /** When it is settled in any case. */
    private static final String LATEST = "latest";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoOperations mongo;
    private final Clock clock;
    private final SettlingProperties properties;

    MongoUnsettled(MongoOperations mongo, Clock clock, SettlingProperties properties) {
        this.mongo = mongo;
        this.clock = clock;
        this.properties = properties;
        mongo.indexOps(COLLECTION).createIndex(new Index(DUE, Sort.Direction.ASC).named(DUE));
        mongo.indexOps(COLLECTION).createIndex(new Index(LATEST, Sort.Direction.ASC).named(LATEST));
    }

    @Override
    public void putOff(String meritId, int turn) {
        Instant now = clock.instant();
        call(waiting -> waiting.updateOne(
                Filters.eq(ID, meritId),
                Updates.combine(
                        Updates.set(DUE, Date.from(now.plus(properties.afterTurn(turn)))),
                        Updates.set(SINCE, Ids.next()),
                        Updates.setOnInsert(LATEST, Date.from(now.plus(properties.atMostAfterTurn(turn))))),
                UPSERT));
    }

    @Override
    public List<Waiting> due(int limit) {
        List<Waiting> due = due(DUE, limit);
        return due.isEmpty() ? due(LATEST, limit) : due;
    }

    private List<Waiting> due(String field, int limit) {
        return call(waiting -> waiting.find(Filters.lte(field, Date.from(clock.instant())))
                .sort(Sorts.ascending(field))
                .limit(limit)
                .map(MongoUnsettled::waiting)
                .into(new ArrayList<>()));
    }

    private static Waiting waiting(Document document) {
        return new Waiting(document.getString(ID), document.getString(SINCE));
    }

    @Override
    public void settled(Waiting waiting) {
        call(all -> all.deleteOne(Filters.and(Filters.eq(ID, waiting.meritId()), Filters.eq(SINCE, waiting.since()))));
    }

    @Override
    public long waiting() {
        return call(MongoCollection::estimatedDocumentCount);
    }

    private <R> R call(Function<MongoCollection<Document>, R> work) {
        return requireNonNull(mongo.execute(COLLECTION, work::apply));
    }
}
