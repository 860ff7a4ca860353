/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.engagement.tally.Counting;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.tally.TallyEvent;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoTallies implements Tallies {

    private static final Duration RECENT = Duration.ofSeconds(2);

    private final Aggregates<TallyDocument, TallyEvent> tallies;
    private final MongoOperations mongo;
    private final Clock clock;
    private final Cache<String, Tally> recent =
            HeapShare.<Tally>ofPercent(2, _ -> 500).expireAfterWrite(RECENT).build();

    MongoTallies(AggregatesFactory aggregates, EventMapper<TallyEvent> mapper, MongoOperations mongo, Clock clock) {
        this.tallies = aggregates.of(TallyDocument.class, mapper);
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Map<String, Tally> of(Collection<String> targetIds) {
        return tallies.find(targetIds).stream().collect(Collectors.toMap(TallyDocument::id, TallyDocument::toTally));
    }

    @Override
    public Tally recent(TargetType type, String targetId) {
        Tally tally = recent.getIfPresent(targetId);
        if (tally == null) {
            tally = load(type, targetId);
            recent.put(targetId, tally);
        }
        return tally;
    }

    @Override
    public Counting change(TargetType type, String targetId, Function<Counting, Optional<Counting>> decision) {
        return Retry.onConflict(() -> {
            Counting stored = tallies.find(targetId)
                    .map(TallyDocument::toCounting)
                    .orElseGet(() -> new Counting(Tally.none(type, targetId), Map.of()));
            Optional<Counting> after = decision.apply(stored); // having loaded: an older count replaces no newer one
            after.ifPresent(this::write);
            return after.orElse(stored);
        });
    }

    @Override
    public List<Tally> page(@Nullable String afterId, int limit) {
        Query page = new Query().with(Sort.by("_id")).limit(limit);
        if (afterId != null) {
            page.addCriteria(where("_id").gt(afterId));
        }
        return mongo.find(page, TallyDocument.class).stream()
                .map(TallyDocument::toTally)
                .toList();
    }

    private Tally load(TargetType type, String targetId) {
        return tallies.find(targetId).map(TallyDocument::toTally).orElseGet(() -> Tally.none(type, targetId));
    }

    private void write(Counting counting) {
        Tally tally = counting.tally();
        List<TallyEvent> events = List.of(new TallyEvent.Changed(tally));
        tallies.write(tally.version(), version -> TallyDocument.of(counting, version), events, clock.instant());
        recent.put(tally.targetId(), tally);
    }
}
