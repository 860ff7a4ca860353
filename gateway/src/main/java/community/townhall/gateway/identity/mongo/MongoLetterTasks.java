/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.Expiring;
import community.townhall.gateway.identity.Language;
import community.townhall.gateway.identity.LetterTask;
import community.townhall.gateway.identity.LetterTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
@ConditionalOnBuiltInIdentity
class MongoLetterTasks implements LetterTasks, Expiring {

    private static final int MOST_WAITING = 1_000;

    private static final String DUE = "dueAt";
    private static final String COUNT = "count";
    private static final String EXPIRES = "expiresAt";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoLetterTasks(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(TaskDocument.class).createIndex(new Index(DUE, Sort.Direction.ASC));
        mongo.indexOps(AllowanceDocument.class).createIndex(new Index(EXPIRES, Sort.Direction.ASC));
    }

    @Document("letterTasks")
    record TaskDocument(
            @Id String id,
            LetterTask.Kind kind,
            String about,
            String to,
            Language language,
            Instant at,
            Instant dueAt,
            int attempt) {

        LetterTask toTask() {
            return new LetterTask(id, kind, about, to, language, at, attempt);
        }
    }

    @Document("letterAllowances")
    record AllowanceDocument(@Id String id, int count, Instant expiresAt) {}

    @Override
    public boolean add(LetterTask task) {
        if (mongo.count(new Query().limit(MOST_WAITING), TaskDocument.class) >= MOST_WAITING) {
            return false;
        }
        mongo.insert(new TaskDocument(
                task.id(), task.kind(), task.about(), task.to(), task.language(), task.at(), task.at(), 0));
        return true;
    }

    @Override
    public Optional<LetterTask> take(Instant now, Duration pause) {
        return Optional.ofNullable(mongo.findAndModify(
                        query(where(DUE).lte(now)).with(Sort.by(DUE)),
                        new Update().set(DUE, now.plus(pause)).inc("attempt", 1),
                        FindAndModifyOptions.options().returnNew(true),
                        TaskDocument.class))
                .map(TaskDocument::toTask);
    }

    @Override
    public void done(LetterTask task) {
        mongo.remove(query(where("_id").is(task.id())), TaskDocument.class);
    }

    @Override
    public boolean allow(String name, int most, Duration period, Instant now) {
        String id = name + "/" + now.getEpochSecond() / period.toSeconds();
        if (counted(id, most)) {
            return true;
        }
        if (mongo.exists(query(where("_id").is(id)), AllowanceDocument.class)) {
            return false;
        }
        try {
            mongo.insert(new AllowanceDocument(id, 1, now.plus(period)));
            return true;
        } catch (DuplicateKeyException quicker) {
            return counted(id, most);
        }
    }

    private boolean counted(String id, int most) {
        return mongo.updateFirst(
                                query(where("_id").is(id).and(COUNT).lt(most)),
                                new Update().inc(COUNT, 1),
                                AllowanceDocument.class)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void sweep() {
        mongo.remove(query(where(EXPIRES).lt(clock.instant())), AllowanceDocument.class);
    }
}
