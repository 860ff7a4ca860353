/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.SignInAttempts;
import community.townhall.gateway.identity.SignInFailures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
@ConditionalOnBuiltInIdentity
class MongoSignInAttempts implements SignInAttempts {

    private static final String ACCOUNT = "accountId";
    private static final String FAILURES = "failures";
    private static final String LOCKED = "lockedUntil";
    private static final String LAST = "lastAt";

    private static final Duration KEPT = Duration.ofDays(7);

    private final MongoOperations mongo;
    private final Clock clock;

    MongoSignInAttempts(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(AttemptsDocument.class)
                .createIndex(new Index(ACCOUNT, Sort.Direction.ASC).on(LOCKED, Sort.Direction.DESC));
        mongo.indexOps(AttemptsDocument.class).createIndex(new Index(LAST, Sort.Direction.ASC));
    }

    /** @param id account and source */
    @Document("signInAttempts")
    record AttemptsDocument(@Id String id, String accountId, int failures, Instant lockedUntil, Instant lastAt) {}

    @Override
    public SignInFailures failures(String accountId, String from) {
        @Nullable AttemptsDocument found = mongo.findById(id(accountId, from), AttemptsDocument.class);
        return found == null ? SignInFailures.NONE : new SignInFailures(found.failures(), found.lockedUntil());
    }

    @Override
    public boolean update(String accountId, String from, SignInFailures before, SignInFailures after, Instant now) {
        String id = id(accountId, from);
        Update changes = new Update()
                .set(FAILURES, after.inARow())
                .set(LOCKED, after.lockedUntil())
                .set(LAST, now);
        boolean updated = mongo.updateFirst(
                                query(where("_id")
                                        .is(id)
                                        .and(FAILURES)
                                        .is(before.inARow())
                                        .and(LOCKED)
                                        .is(before.lockedUntil())),
                                changes,
                                AttemptsDocument.class)
                        .getMatchedCount()
                == 1;
        return updated || (before.equals(SignInFailures.NONE) && added(id, accountId, after, now));
    }

    private boolean added(String id, String accountId, SignInFailures after, Instant now) {
        try {
            mongo.insert(new AttemptsDocument(id, accountId, after.inARow(), after.lockedUntil(), now));
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    @Override
    public Optional<Instant> lockedUntil(String accountId, Instant now) {
        Query locked = query(where(ACCOUNT).is(accountId).and(LOCKED).gt(now)).with(Sort.by(Sort.Order.desc(LOCKED)));
        return Optional.ofNullable(mongo.findOne(locked, AttemptsDocument.class))
                .map(AttemptsDocument::lockedUntil);
    }

    @Override
    public void forgetFailures(String accountId) {
        mongo.remove(query(where(ACCOUNT).is(accountId)), AttemptsDocument.class);
    }

    /** Wrong passwords of last week keep nobody out. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        mongo.remove(query(where(LAST).lt(clock.instant().minus(KEPT))), AttemptsDocument.class);
    }

    private static String id(String accountId, String source) {
        return accountId + "/" + source;
    }
}
