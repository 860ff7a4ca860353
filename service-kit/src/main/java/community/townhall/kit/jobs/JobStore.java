/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.jobs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import community.townhall.kit.causality.Causality;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/**
 * The documents of the jobs. {@code due} says from when anybody may take a job, and is there until it is done: taking it
 * means putting it off by the length of the lease, so that a job whose instance is gone comes due by itself.
 */
final class JobStore {

    static final String ID = "_id";
    static final String KIND = "kind";
    static final String ARGUMENTS = "arguments";
    static final String CURSOR = "cursor";
    static final String FAILURES = "failures";
    static final String CORRELATION = "correlationId";
    static final String CAUSATION = "causationId";

    private static final String COLLECTION = "jobs";
    private static final String DUE = "due";
    private static final String OWNER = "owner";
    private static final String SINCE = "since";
    private static final String DONE = "done";
    private static final String LAST_FAILURE = "lastFailure";
    private static final int FAILURE_SHOWN = 1_000;
    private static final Bson UNDONE = Filters.gt(DUE, new Date(0));

    private final MongoOperations mongo;
    private final Clock clock;

    JobStore(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(DUE, Sort.Direction.ASC).named("due").sparse());
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(DONE, Sort.Direction.ASC).named("done").sparse());
    }

    boolean insertOnce(String kind, String id, Map<String, String> arguments, Causality cause) {
        Document job = new Document(ID, kind + ":" + id)
                .append(KIND, kind)
                .append(ARGUMENTS, new Document(Map.copyOf(arguments)))
                .append(SINCE, now())
                .append(DUE, now());
        if (cause.correlationId() != null) {
            job.append(CORRELATION, cause.correlationId());
        }
        if (cause.causationId() != null) {
            job.append(CAUSATION, cause.causationId());
        }
        try {
            mongo.insert(job, COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The job of these kinds that has waited longest, left to that owner until the lease ends. */
    Optional<Job> take(Collection<String> kinds, String owner, Duration lease) {
        Bson free = Filters.and(Filters.gt(DUE, new Date(0)), Filters.lte(DUE, now()), Filters.in(KIND, kinds));
        Bson taken = Updates.combine(Updates.set(DUE, after(lease)), Updates.set(OWNER, owner));
        FindOneAndUpdateOptions oldest =
                new FindOneAndUpdateOptions().sort(Sorts.ascending(DUE)).returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(call(jobs -> jobs.findOneAndUpdate(free, taken, oldest)))
                .map(Job::from);
    }

    /** @return false when somebody else has taken it meanwhile */
    boolean advance(Job job, String owner, String cursor, Duration lease) {
        return update(
                job,
                owner,
                Updates.combine(
                        Updates.set(CURSOR, cursor),
                        Updates.set(DUE, after(lease)),
                        Updates.unset(FAILURES),
                        Updates.unset(LAST_FAILURE)));
    }

    /** Lets whoever comes next take it. */
    void release(Job job, String owner) {
        update(job, owner, Updates.combine(Updates.set(DUE, now()), Updates.unset(OWNER)));
    }

    void putOff(Job job, String owner, Duration pause, Throwable failure) {
        String said = failure.toString();
        update(
                job,
                owner,
                Updates.combine(
                        Updates.set(DUE, after(pause)),
                        Updates.unset(OWNER),
                        Updates.inc(FAILURES, 1),
                        Updates.set(
                                LAST_FAILURE,
                                said.length() <= FAILURE_SHOWN ? said : said.substring(0, FAILURE_SHOWN))));
    }

    boolean finish(Job job, String owner) {
        return update(
                job,
                owner,
                Updates.combine(
                        Updates.unset(DUE),
                        Updates.unset(OWNER),
                        Updates.unset(CURSOR),
                        Updates.unset(FAILURES),
                        Updates.unset(LAST_FAILURE),
                        Updates.set(DONE, now())));
    }

    void forgetDoneBefore(Instant time) {
        call(jobs -> jobs.deleteMany(Filters.and(Filters.gt(DONE, new Date(0)), Filters.lt(DONE, Date.from(time)))));
    }

    long undone() {
        return Objects.requireNonNull(call(jobs -> jobs.countDocuments(UNDONE)));
    }

    /** Those whose last attempt failed. */
    long failing() {
        return Objects.requireNonNull(call(jobs -> jobs.countDocuments(Filters.and(UNDONE, Filters.gt(FAILURES, 0)))));
    }

    Duration oldestAge() {
        @Nullable
        Document oldest = call(jobs -> jobs.find(UNDONE)
                .sort(Sorts.ascending(SINCE))
                .projection(Projections.include(SINCE))
                .first());
        if (oldest == null) {
            return Duration.ZERO;
        }
        Duration age = Duration.between(oldest.getDate(SINCE).toInstant(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private boolean update(Job job, String owner, Bson change) {
        Bson own = Filters.and(Filters.eq(ID, job.id()), Filters.eq(OWNER, owner));
        return Objects.requireNonNull(call(jobs -> jobs.updateOne(own, change))).getMatchedCount() == 1;
    }

    private <R> @Nullable R call(Function<MongoCollection<Document>, @Nullable R> work) {
        return mongo.execute(COLLECTION, work::apply);
    }

    private Date now() {
        return after(Duration.ZERO);
    }

    private Date after(Duration time) {
        return Date.from(clock.instant().plus(time));
    }
}
