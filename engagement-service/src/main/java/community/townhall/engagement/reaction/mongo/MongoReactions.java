/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.engagement.reaction.MemberReactions;
import community.townhall.engagement.reaction.Reaction;
import community.townhall.engagement.reaction.ReactionEvent;
import community.townhall.engagement.reaction.ReactionKind;
import community.townhall.engagement.reaction.Reactions;
import community.townhall.engagement.tally.Evidence;
import community.townhall.engagement.tally.ReactionCount;
import community.townhall.events.StableId;
import community.townhall.kit.mongo.Batches;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import community.townhall.kit.outbox.StaleVersionException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoReactions implements Reactions {

    private static final MemberReactions NONE = new MemberReactions(List.of());

    private final Aggregates<ReactionDocument, ReactionEvent> reactions;
    private final MongoOperations mongo;
    private final MeterRegistry meters;
    private final Batches<String, ReactionCount> counts = new Batches<>(this::countEach);

    MongoReactions(
            AggregatesFactory aggregates,
            EventMapper<ReactionEvent> mapper,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.reactions = aggregates.of(ReactionDocument.class, mapper);
        this.mongo = mongo;
        this.meters = meters;
        // Covers the count of a target.
        mongo.indexOps(ReactionDocument.class)
                .createIndex(new Index()
                        .on("targetId", Sort.Direction.ASC)
                        .on("kind", Sort.Direction.ASC)
                        .on("active", Sort.Direction.ASC)
                        .on("version", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
        mongo.indexOps(ReactionDocument.class)
                .createIndex(new Index().on("origin", Sort.Direction.ASC).sparse());
    }

    @Override
    public String idOf(String targetId, String memberId, String slot) {
        return StableId.of("reaction", targetId, memberId, slot);
    }

    @Override
    public Map<String, MemberReactions> ofMember(String memberId, Collection<String> targetIds) {
        List<String> ids = targetIds.stream()
                .flatMap(targetId -> ReactionKind.slots().stream().map(slot -> idOf(targetId, memberId, slot)))
                .toList();
        Map<String, MemberReactions> result = new HashMap<>();
        for (ReactionDocument document : reactions.find(ids)) {
            Reaction reaction = document.toReaction();
            result.merge(
                    reaction.targetId(), new MemberReactions(List.of(reaction)), (known, _) -> known.with(reaction));
        }
        return result;
    }

    @Override
    public Changed change(
            String targetId, String memberId, Function<MemberReactions, Optional<? extends ReactionEvent>> decision) {
        return Retry.onConflict(() -> {
            MemberReactions before = ofMember(memberId, List.of(targetId)).getOrDefault(targetId, NONE);
            Optional<? extends ReactionEvent> event = decision.apply(before);
            event.ifPresent(this::write);
            return new Changed(
                    before,
                    event.map(happened -> before.with(happened.reaction())).orElse(before));
        });
    }

    private void write(ReactionEvent event) {
        Reaction reaction = event.reaction();
        if (reaction.version() == 0) {
            try {
                reactions.insert(ReactionDocument.of(reaction, 1), List.of(event), reaction.at());
            } catch (DuplicateKeyException e) {
                throw new StaleVersionException("reactions", reaction.id(), 0);
            }
        } else {
            reactions.update(ReactionDocument.of(reaction, reaction.version()), List.of(event), reaction.at());
        }
        meters.counter(
                        "townhall.reactions",
                        "kind",
                        reaction.kind().label(),
                        "change",
                        reaction.active() ? "given" : "withdrawn")
                .increment();
    }

    @Override
    public ReactionCount count(String targetId) {
        return counts.perform(targetId);
    }

    private List<ReactionCount> countEach(List<String> targetIds) {
        Query all = query(where("targetId").in(targetIds));
        all.fields().include("targetId", "kind", "active", "version"); // from the index alone
        Map<String, List<Document>> reactionsOn =
                mongo.find(all, Document.class, mongo.getCollectionName(ReactionDocument.class)).stream()
                        .collect(Collectors.groupingBy(reaction -> reaction.getString("targetId")));
        return targetIds.stream()
                .map(targetId -> count(reactionsOn.getOrDefault(targetId, List.of())))
                .toList();
    }

    private static ReactionCount count(List<Document> reactions) {
        Map<String, Long> inForce = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (Document seen : reactions) {
            versions.put(
                    seen.getString("_id"), seen.get("version", Number.class).longValue());
            if (seen.getBoolean("active", false)) {
                inForce.merge(ReactionKind.valueOf(seen.getString("kind")).label(), 1L, Long::sum);
            }
        }
        return new ReactionCount(inForce, new Evidence(versions));
    }

    @Override
    public long countImportedFrom(String origin) {
        return mongo.count(query(where("origin").is(origin)), ReactionDocument.class);
    }
}
