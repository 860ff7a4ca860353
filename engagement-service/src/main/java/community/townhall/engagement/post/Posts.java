/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post;

import java.util.Optional;

/** Copies of all posts. */
public interface Posts {

    Optional<Post> find(String id);

    /** Keeps it unless a newer copy, or the same, is kept already. */
    void keep(Post post);

    /** Keeps that a topic is there. */
    void keepTopic(String slug, long version, String name);

    /** The name of the topic, empty when there is none. */
    Optional<String> topicNamed(String slug);
}
