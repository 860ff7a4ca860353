/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.reaction.mongo;

import community.townhall.engagement.reaction.ReactionKind;
import community.townhall.engagement.tally.Contribution;
import community.townhall.engagement.tally.CountChanges;
import community.townhall.engagement.tally.Countable;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.mongo.CountedDocuments;
import community.townhall.kit.mongo.CountedDocuments.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Reactions in force are counted on their target, by kind. */
@Component("countableReactions")
class CountableReactions implements Countable {

    private final CountedDocuments documents;

    CountableReactions(MongoOperations mongo) {
        this.documents = new CountedDocuments(
                mongo,
                mongo.getCollectionName(ReactionDocument.class),
                "targetId",
                "uncounted",
                "counted",
                reaction -> ReactionDocument.counter(
                        reaction.getBoolean("active", false), ReactionKind.valueOf(reaction.getString("kind"))),
                "active",
                "kind");
    }

    @Override
    public String name() {
        return CountChanges.REACTIONS;
    }

    @Override
    public List<Item> uncounted(String targetId, int limit) {
        return documents.uncounted(targetId, limit).stream()
                .map(CountableReactions::item)
                .toList();
    }

    @Override
    public List<Item> page(String targetId, @Nullable String after, int limit) {
        return documents.page(targetId, after, limit).stream()
                .map(CountableReactions::item)
                .toList();
    }

    @Override
    public void counted(Map<String, Contribution> items) {
        Map<String, Mark> marks = new HashMap<>();
        items.forEach((id, counted) -> marks.put(id, new Mark(counted.version(), counted.counter())));
        documents.mark(marks);
    }

    @Override
    public void letWait(Item item, String targetId) {
        documents.letWait(item.id(), item.now().version(), targetId);
    }

    @Override
    public Map<String, TargetType> waiting(int limit) {
        Map<String, TargetType> targets = new HashMap<>();
        documents.waiting("targetType", limit).forEach((target, type) -> targets.put(target, TargetType.valueOf(type)));
        return targets;
    }

    @Override
    public boolean areOn(TargetType type) {
        return true;
    }

    private static Item item(CountedDocuments.Seen seen) {
        return new Item(
                seen.id(),
                new Contribution(seen.now().version(), seen.now().counter()),
                new Contribution(seen.counted().version(), seen.counted().counter()),
                seen.waits());
    }
}
