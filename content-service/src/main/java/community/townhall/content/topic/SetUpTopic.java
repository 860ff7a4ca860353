/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import community.townhall.kit.refusal.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator sets up a topic, or describes it anew. */
public final class SetUpTopic {

    private final Topics topics;

    SetUpTopic(Topics topics) {
        this.topics = topics;
    }

    /**
     * What is imported never describes anew a topic that is there.
     *
     * @param description empty to leave it as it is
     * @return whether there was none before
     * @throws Refusal when an import describes otherwise what came from there
     */
    public boolean put(String slug, String name, Optional<String> description, @Nullable String origin) {
        if (topics.find(slug).isEmpty()
                && topics.add(new Topic(slug, 1, name, description.orElse(""), origin, false))) {
            return true;
        }
        Topic there = topics.find(slug).orElseThrow();
        Topic wanted = origin == null ? there.described(name, description) : there.imported(origin, name, description);
        if (!wanted.equals(there)) {
            topics.change(wanted);
        }
        return false;
    }
}
