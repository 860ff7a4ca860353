/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.engagement.tally.CommentCount;
import community.townhall.engagement.tally.Evidence;
import community.townhall.engagement.tally.ReactionCount;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.tally.TallyEvent;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import community.townhall.kit.outbox.StaleVersionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MongoTallies implements Tallies {

    private static final Duration RECENT = Duration.ofSeconds(2);

    private final Aggregates<TallyDocument, TallyEvent> tallies;
    private final Clock clock;
    private final Cache<String, Tally> recent =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(RECENT).build();

    MongoTallies(AggregatesFactory aggregates, EventMapper<TallyEvent> mapper, Clock clock) {
        this.tallies = aggregates.of(TallyDocument.class, mapper);
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
    public Evidence recountReactions(TargetType type, String targetId, Supplier<ReactionCount> count) {
        return Retry.onConflict(() -> {
            Tally stored = load(type, targetId); // before counting: an older count must not replace a newer one
            ReactionCount counted = count.get();
            stored.recounted(counted.inForce()).ifPresent(this::write);
            return counted.evidence();
        });
    }

    @Override
    public Evidence recountComments(TargetType type, String targetId, Supplier<CommentCount> count) {
        return Retry.onConflict(() -> {
            Tally stored = load(type, targetId);
            CommentCount counted = count.get();
            stored.recounted(counted.visible()).ifPresent(this::write);
            return counted.evidence();
        });
    }

    private Tally load(TargetType type, String targetId) {
        return tallies.find(targetId).map(TallyDocument::toTally).orElseGet(() -> Tally.none(type, targetId));
    }

    private void write(Tally tally) {
        List<TallyEvent> events = List.of(new TallyEvent.Changed(tally));
        if (tally.version() == 0) {
            try {
                tallies.insert(TallyDocument.of(tally, 1), events, clock.instant());
            } catch (DuplicateKeyException e) {
                throw new StaleVersionException("tallies", tally.targetId(), 0);
            }
        } else {
            tallies.update(TallyDocument.of(tally, tally.version()), events, clock.instant());
        }
        recent.put(tally.targetId(), tally);
    }
}
