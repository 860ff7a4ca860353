/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.engagement.target.TargetType;
import community.townhall.engagement.thanks.AllThanks;
import community.townhall.engagement.thanks.Thanks;
import community.townhall.engagement.thanks.ThanksEvent;
import community.townhall.events.StableId;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoAllThanks implements AllThanks {

    private static final Sort LATEST_FIRST = Sort.by(Sort.Direction.DESC, "at", "id");

    private final Aggregates<ThanksDocument, ThanksEvent> thanks;
    private final MongoOperations mongo;
    private final Clock clock;

    MongoAllThanks(AggregatesFactory aggregates, EventMapper<ThanksEvent> mapper, MongoOperations mongo, Clock clock) {
        this.thanks = aggregates.of(ThanksDocument.class, mapper);
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(ThanksDocument.class)
                .createIndex(new Index()
                        .on("toId", Sort.Direction.ASC)
                        .on("status", Sort.Direction.ASC)
                        .on("at", Sort.Direction.DESC)
                        .on("_id", Sort.Direction.DESC));
    }

    @Override
    public String idOf(String memberId, TargetType type, String targetId) {
        return StableId.of("thanks", memberId, type.name(), targetId);
    }

    @Override
    public Optional<Thanks> find(String id) {
        return thanks.find(id).map(ThanksDocument::toThanks);
    }

    @Override
    public Optional<Thanks> change(String id, Function<Optional<Thanks>, Optional<? extends ThanksEvent>> decision) {
        return Retry.onConflict(() -> {
            Optional<Thanks> current = find(id);
            Optional<? extends ThanksEvent> event = decision.apply(current);
            event.ifPresent(this::write);
            return event.<Thanks>map(ThanksEvent::thanks).or(() -> current);
        });
    }

    private void write(ThanksEvent event) {
        Thanks changed = event.thanks();
        thanks.write(
                changed.version(), version -> ThanksDocument.of(changed, version), List.of(event), clock.instant());
    }

    @Override
    public List<Thanks> to(String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit) {
        Criteria criteria = where("toId").is(memberId).and("status").is(Thanks.Status.PUBLISHED);
        if (beforeAt != null && beforeId != null) {
            criteria.and("at")
                    .lte(beforeAt)
                    .orOperator(where("at").lt(beforeAt), where("id").lt(beforeId));
        }
        return mongo.find(query(criteria).with(LATEST_FIRST).limit(limit), ThanksDocument.class).stream()
                .map(ThanksDocument::toThanks)
                .toList();
    }
}
