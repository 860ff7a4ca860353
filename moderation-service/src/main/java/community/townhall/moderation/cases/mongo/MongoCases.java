/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.kit.outbox.Aggregates;
import community.townhall.moderation.cases.Case;
import community.townhall.moderation.cases.CaseStatus;
import community.townhall.moderation.cases.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Cases in the collection {@code cases}. They send no events of their own: what they decide, the contents tell. */
final class MongoCases implements Cases {

    private static final String ID = "_id";
    private static final String STATUS = "status";
    private static final String CLOSED = "closed";
    private static final String CLAIMED_UNTIL = "claimedUntil";
    private static final String OPENED_AT = "openedAt";
    private static final String EFFECTS = "effects";
    private static final String EFFECTS_SINCE = "effectsSince";
    private static final Set<CaseStatus> WAITING = EnumSet.complementOf(EnumSet.of(CaseStatus.CLOSED));

    private final Aggregates<CaseDocument, Object> cases;
    private final MongoOperations mongo;

    MongoCases(Aggregates<CaseDocument, Object> cases, MongoOperations mongo) {
        this.cases = cases;
        this.mongo = mongo;
        var indexes = mongo.indexOps(CaseDocument.class);
        indexes.createIndex(new Index(CLOSED, Sort.Direction.ASC)
                .on(OPENED_AT, Sort.Direction.ASC)
                .on(ID, Sort.Direction.ASC)
                .named("waiting"));
        indexes.createIndex(new Index(STATUS, Sort.Direction.ASC)
                .on(OPENED_AT, Sort.Direction.ASC)
                .on(ID, Sort.Direction.ASC)
                .named("status"));
        indexes.createIndex(
                new Index(EFFECTS_SINCE, Sort.Direction.ASC).named(EFFECTS).sparse());
    }

    @Override
    public Optional<Case> find(String id) {
        return cases.find(id).map(CaseDocument::toCase);
    }

    @Override
    public Optional<Case> insert(Case created) {
        try {
            cases.insert(CaseDocument.of(created), List.of(), created.openedAt());
            return Optional.of(created);
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public Case update(Case changed) {
        cases.update(CaseDocument.of(changed), List.of(), changed.openedAt());
        return changed.stored(changed.version() + 1);
    }

    @Override
    public void done(String id, int effect) {
        mongo.updateFirst(
                query(where(ID).is(id)),
                new Update().pull(EFFECTS, new Document("number", effect)),
                CaseDocument.class);
        mongo.updateFirst(
                query(where(ID).is(id).and(EFFECTS).size(0)), new Update().unset(EFFECTS_SINCE), CaseDocument.class);
    }

    @Override
    public List<Case> withEffects(Instant changedBefore, int limit) {
        return found(query(where(EFFECTS_SINCE).lt(changedBefore))
                .with(Sort.by(EFFECTS_SINCE))
                .limit(limit));
    }

    @Override
    public List<Case> list(Set<CaseStatus> statuses, String notAbout, Instant now, @Nullable Place after, int limit) {
        List<Criteria> all = new ArrayList<>();
        all.add(statuses.equals(WAITING) ? where(CLOSED).is(false) : anyOf(statuses, now));
        all.add(where("authorId").ne(notAbout));
        if (after != null) {
            all.add(where(OPENED_AT).gte(after.openedAt()));
            all.add(new Criteria()
                    .orOperator(
                            where(OPENED_AT).gt(after.openedAt()),
                            where(OPENED_AT).is(after.openedAt()).and(ID).gt(after.id())));
        }
        return found(query(new Criteria().andOperator(all))
                .with(Sort.by(OPENED_AT, ID))
                .limit(limit));
    }

    private static Criteria anyOf(Set<CaseStatus> statuses, Instant now) {
        List<Criteria> branches = new ArrayList<>();
        for (CaseStatus status : statuses) {
            switch (status) {
                case ASSIGNED ->
                    branches.add(where(STATUS).is(status).and(CLAIMED_UNTIL).gt(now));
                case OPEN -> {
                    branches.add(where(STATUS).is(status));
                    branches.add(where(STATUS)
                            .is(CaseStatus.ASSIGNED)
                            .and(CLAIMED_UNTIL)
                            .lte(now));
                }
                case QUEUED, ESCALATED, CLOSED -> branches.add(where(STATUS).is(status));
            }
        }
        return branches.size() == 1 ? branches.getFirst() : new Criteria().orOperator(branches);
    }

    @Override
    public Backlog backlog() {
        Query waiting = query(where(CLOSED).is(false));
        long count = mongo.count(waiting, CaseDocument.class);
        List<Case> oldest = found(waiting.with(Sort.by(OPENED_AT, ID)).limit(1));
        return new Backlog(count, oldest.isEmpty() ? null : oldest.getFirst().openedAt());
    }

    private List<Case> found(Query query) {
        return mongo.find(query, CaseDocument.class).stream()
                .map(CaseDocument::toCase)
                .toList();
    }
}
