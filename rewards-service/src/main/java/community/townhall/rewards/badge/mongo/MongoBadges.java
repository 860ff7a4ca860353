/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.badge.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.rewards.badge.Badge;
import community.townhall.rewards.badge.Badges;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoBadges implements Badges {

    private final MongoOperations mongo;

    MongoBadges(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(BadgeDocument.class)
                .createIndex(new Index("memberId", Sort.Direction.ASC)
                        .on("awardedAt", Sort.Direction.DESC)
                        .on("_id", Sort.Direction.DESC)
                        .named("member"));
        mongo.indexOps(BadgeDocument.class).createIndex(new Index("origin", Sort.Direction.ASC).named("origin"));
    }

    @Override
    public Kept keep(Badge badge, @Nullable String requestHash) {
        try {
            mongo.insert(BadgeDocument.of(badge, requestHash));
            return new Kept(badge, requestHash);
        } catch (DuplicateKeyException e) {
            BadgeDocument there = Objects.requireNonNull(mongo.findById(badge.id(), BadgeDocument.class));
            return new Kept(there.toBadge(), there.requestHash());
        }
    }

    @Override
    public List<Badge> of(String memberId, @Nullable Instant before, @Nullable String beforeId, int limit) {
        Criteria criteria = where("memberId").is(memberId);
        if (before != null && beforeId != null) {
            criteria.orOperator(
                    where("awardedAt").lt(before),
                    where("awardedAt").is(before).and("_id").lt(beforeId));
        }
        Query query = Query.query(criteria)
                .with(Sort.by(Sort.Order.desc("awardedAt"), Sort.Order.desc("_id")))
                .limit(limit);
        return mongo.find(query, BadgeDocument.class).stream()
                .map(BadgeDocument::toBadge)
                .toList();
    }

    @Override
    public long importedFrom(String origin) {
        return mongo.count(Query.query(where("origin").is(origin)), BadgeDocument.class);
    }
}
