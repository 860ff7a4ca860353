/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.mongo;

import community.townhall.content.topic.Topic;
import community.townhall.kit.outbox.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A topic in collection {@code topics}, its slug the id. */
@Document("topics")
record TopicDocument(
        @Id String id,
        long version,
        String name,
        String description,
        @Nullable String origin,
        @Nullable Boolean changedHere)
        implements Versioned {

    static TopicDocument from(Topic topic) {
        return new TopicDocument(
                topic.slug(),
                topic.version(),
                topic.name(),
                topic.description(),
                topic.origin(),
                topic.changedHere() ? true : null);
    }

    Topic toTopic() {
        return new Topic(id, version, name, description, origin, Boolean.TRUE.equals(changedHere));
    }
}
