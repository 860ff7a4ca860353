/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.content.topic.Topic;
import community.townhall.content.topic.TopicChanged;
import community.townhall.content.topic.Topics;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** A community has tens or hundreds of topics, so lists of them are read whole. */
@Repository
class MongoTopics implements Topics {

    private final Aggregates<TopicDocument, TopicChanged> aggregates;
    private final MongoOperations mongo;
    private final Clock clock;
    /** Slugs of topics that were seen to exist, which is for good: none is ever removed. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    MongoTopics(AggregatesFactory factory, EventMapper<TopicChanged> mapper, MongoOperations mongo, Clock clock) {
        this.aggregates = factory.of(TopicDocument.class, mapper);
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<Topic> find(String slug) {
        return aggregates.find(slug).map(TopicDocument::toTopic);
    }

    @Override
    public List<Topic> all() {
        return mongo.findAll(TopicDocument.class).stream()
                .map(TopicDocument::toTopic)
                .sorted(Comparator.comparing(Topic::place))
                .toList();
    }

    @Override
    public Set<String> known(Collection<String> slugs) {
        if (!met.containsAll(slugs)) {
            mongo.find(Query.query(where("_id").in(slugs)), TopicDocument.class).forEach(topic -> met.add(topic.id()));
        }
        return slugs.stream().filter(met::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean add(Topic topic) {
        try {
            aggregates.insert(TopicDocument.from(topic), List.of(new TopicChanged(topic)), clock.instant());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void change(Topic topic) {
        aggregates.update(TopicDocument.from(topic), List.of(new TopicChanged(topic)), clock.instant());
    }

    @Override
    public long countImported(String origin) {
        return mongo.count(Query.query(where("origin").is(origin)), TopicDocument.class);
    }
}
