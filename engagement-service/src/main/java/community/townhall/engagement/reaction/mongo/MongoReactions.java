/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.engagement.reaction.ImportedRow;
import community.townhall.engagement.reaction.MemberReactions;
import community.townhall.engagement.reaction.Reaction;
import community.townhall.engagement.reaction.ReactionEvent;
import community.townhall.engagement.reaction.ReactionKind;
import community.townhall.engagement.reaction.Reactions;
import community.townhall.events.StableId;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

@Repository
class MongoReactions implements Reactions {

    private final Aggregates<ReactionDocument, ReactionEvent> reactions;
    private final MongoOperations mongo;
    private final MeterRegistry meters;

    MongoReactions(
            AggregatesFactory aggregates,
            EventMapper<ReactionEvent> mapper,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.reactions = aggregates.of(ReactionDocument.class, mapper);
        this.mongo = mongo;
        this.meters = meters;
        mongo.indexOps(ReactionDocument.class)
                .createIndex(new Index().on("origin", Sort.Direction.ASC).sparse());
        mongo.indexOps(ReactionDocument.class)
                .createIndex(new Index().on("importId", Sort.Direction.ASC).sparse());
    }

    @Override
    public String idOf(String targetId, String memberId, String slot) {
        return StableId.of("reaction", targetId, memberId, slot);
    }

    @Override
    public Map<String, MemberReactions> ofMember(String memberId, Collection<String> targetIds) {
        Map<String, MemberReactions> result = new HashMap<>();
        for (ReactionDocument document : documentsOf(memberId, targetIds)) {
            Reaction reaction = document.toReaction();
            result.merge(
                    reaction.targetId(), new MemberReactions(List.of(reaction)), (known, _) -> known.with(reaction));
        }
        return result;
    }

    private List<ReactionDocument> documentsOf(String memberId, Collection<String> targetIds) {
        return reactions.find(targetIds.stream()
                .flatMap(targetId -> ReactionKind.slots().stream().map(slot -> idOf(targetId, memberId, slot)))
                .toList());
    }

    @Override
    public Changed change(
            String targetId, String memberId, Function<MemberReactions, Optional<? extends ReactionEvent>> decision) {
        return Retry.onConflict(() -> {
            List<ReactionDocument> stored = documentsOf(memberId, List.of(targetId));
            MemberReactions before = new MemberReactions(
                    stored.stream().map(ReactionDocument::toReaction).toList());
            Optional<? extends ReactionEvent> event = decision.apply(before);
            event.ifPresent(happened -> write(happened, stored));
            return new Changed(
                    before,
                    event.map(happened -> before.with(happened.reaction())).orElse(before));
        });
    }

    private void write(ReactionEvent event, List<ReactionDocument> stored) {
        Reaction reaction = event.reaction();
        @Nullable
        ReactionDocument former = stored.stream()
                .filter(document -> document.id().equals(reaction.id()))
                .findFirst()
                .orElse(null);
        reactions.write(
                reaction.version(),
                version -> ReactionDocument.of(reaction, version, former),
                List.of(event),
                reaction.at());
        meters.counter(
                        "townhall.reactions",
                        "kind",
                        reaction.kind().label(),
                        "change",
                        reaction.active() ? "given" : "withdrawn")
                .increment();
    }

    @Override
    public Optional<Reaction> imported(ImportedRow row) {
        return Optional.ofNullable(mongo.findOne(query(where("importId").is(row.id())), ReactionDocument.class))
                .map(ReactionDocument::toReaction);
    }

    @Override
    public long countImportedFrom(String origin) {
        return mongo.count(query(where("origin").is(origin)), ReactionDocument.class);
    }
}
