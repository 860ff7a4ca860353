/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.engagement.follow.Follow;
import community.townhall.engagement.follow.FollowEvent;
import community.townhall.engagement.follow.FollowedType;
import community.townhall.engagement.follow.Follows;
import community.townhall.events.StableId;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoFollows implements Follows {

    private static final Sort LATEST_FIRST = Sort.by(Sort.Direction.DESC, "at", "id");

    private final Aggregates<FollowDocument, FollowEvent> follows;
    private final MongoOperations mongo;

    MongoFollows(AggregatesFactory aggregates, EventMapper<FollowEvent> mapper, MongoOperations mongo) {
        this.follows = aggregates.of(FollowDocument.class, mapper);
        this.mongo = mongo;
        mongo.indexOps(FollowDocument.class)
                .createIndex(new Index()
                        .on("memberId", Sort.Direction.ASC)
                        .on("active", Sort.Direction.ASC)
                        .on("at", Sort.Direction.DESC)
                        .on("_id", Sort.Direction.DESC));
        mongo.indexOps(FollowDocument.class)
                .createIndex(new Index()
                        .on("followedId", Sort.Direction.ASC)
                        .on("type", Sort.Direction.ASC)
                        .on("active", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
    }

    @Override
    public String idOf(String memberId, FollowedType type, String followedId) {
        return StableId.of("follow", memberId, type.name(), followedId);
    }

    @Override
    public Optional<Follow> change(String id, Function<Optional<Follow>, Optional<? extends FollowEvent>> decision) {
        return Retry.onConflict(() -> {
            Optional<Follow> current = follows.find(id).map(FollowDocument::toFollow);
            Optional<? extends FollowEvent> event = decision.apply(current);
            event.ifPresent(this::write);
            return event.<Follow>map(FollowEvent::follow).or(() -> current);
        });
    }

    private void write(FollowEvent event) {
        Follow follow = event.follow();
        follows.write(follow.version(), version -> FollowDocument.of(follow, version), List.of(event), follow.at());
    }

    @Override
    public List<Follow> ofMember(String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit) {
        Criteria criteria = where("memberId").is(memberId).and("active").is(true);
        if (beforeAt != null && beforeId != null) {
            criteria.and("at")
                    .lte(beforeAt)
                    .orOperator(where("at").lt(beforeAt), where("id").lt(beforeId));
        }
        return mongo.find(query(criteria).with(LATEST_FIRST).limit(limit), FollowDocument.class).stream()
                .map(FollowDocument::toFollow)
                .toList();
    }

    @Override
    public List<Follow> ofFollowed(
            FollowedType type, String followedId, Instant since, @Nullable String afterId, int limit) {
        Criteria criteria = where("followedId")
                .is(followedId)
                .and("type")
                .is(type)
                .and("active")
                .is(true)
                .and("at")
                .lte(since);
        if (afterId != null) {
            criteria.and("id").gt(afterId);
        }
        Query page = query(criteria).with(Sort.by(Sort.Direction.ASC, "id")).limit(limit);
        return mongo.find(page, FollowDocument.class).stream()
                .map(FollowDocument::toFollow)
                .toList();
    }
}
