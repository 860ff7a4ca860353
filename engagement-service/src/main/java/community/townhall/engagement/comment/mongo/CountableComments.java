/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.mongo;

import community.townhall.engagement.comment.CommentStatus;
import community.townhall.engagement.tally.Contribution;
import community.townhall.engagement.tally.Countable;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.mongo.CountedDocuments;
import community.townhall.kit.mongo.CountedDocuments.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Comments that readers see are counted on their post, and replies on the comment they reply to as well. */
final class CountableComments implements Countable {

    private final String name;
    private final TargetType on;
    private final CountedDocuments documents;

    private CountableComments(
            MongoOperations mongo, String name, TargetType on, String under, String uncounted, String counted) {
        this.name = name;
        this.on = on;
        this.documents = new CountedDocuments(
                mongo,
                mongo.getCollectionName(CommentDocument.class),
                under,
                uncounted,
                counted,
                comment -> CommentDocument.counter(CommentStatus.valueOf(comment.getString("status"))),
                "status");
    }

    /** Both sorts of them. */
    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        Countable countableComments(MongoOperations mongo) {
            return new CountableComments(mongo, "comments", TargetType.POST, "postId", "uncounted", "counted");
        }

        @Bean
        Countable countableReplies(MongoOperations mongo) {
            return new CountableComments(
                    mongo, "replies", TargetType.COMMENT, "parentId", "uncountedReply", "countedReply");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Item> uncounted(String targetId, int limit) {
        return documents.uncounted(targetId, limit).stream()
                .map(CountableComments::item)
                .toList();
    }

    @Override
    public List<Item> page(String targetId, @Nullable String after, int limit) {
        return documents.page(targetId, after, limit).stream()
                .map(CountableComments::item)
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
        documents.waiting("status", limit).keySet().forEach(target -> targets.put(target, on));
        return targets;
    }

    @Override
    public boolean areOn(TargetType type) {
        return type == on;
    }

    private static Item item(CountedDocuments.Seen seen) {
        return new Item(
                seen.id(),
                new Contribution(seen.now().version(), seen.now().counter()),
                new Contribution(seen.counted().version(), seen.counted().counter()),
                seen.waits());
    }
}
