/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator sets up a topic, or describes it anew. */
public final class SetUpTopic {

    private final Topics topics;

    SetUpTopic(Topics topics) {
        this.topics = topics;
    }

    /**
     * What is imported never describes anew a topic that is the community's own, or came from elsewhere.
     *
     * @param description empty to leave it as it is
     * @return whether there was none before
     */
    public boolean put(String slug, String name, Optional<String> description, @Nullable String origin) {
        Optional<Topic> there = topics.find(slug);
        if (there.isEmpty() && topics.add(new Topic(slug, 1, name, description.orElse(""), origin))) {
            return true;
        }
        topics.find(slug)
                .filter(topic -> origin == null || origin.equals(topic.origin()))
                .map(topic -> topic.renamed(name, description.orElse(topic.description())))
                .filter(wanted -> there.filter(wanted::equals).isEmpty())
                .ifPresent(topics::change);
        return false;
    }
}
