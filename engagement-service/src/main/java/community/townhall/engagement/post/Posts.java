/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies of all posts. */
public interface Posts {

    Optional<Post> find(String id);

    /** Those there are of these, in no order. */
    List<Post> find(Collection<String> ids);

    /** Which of these readers find: what is visible and does not answer a question that is not. */
    default Set<String> seenAmong(Collection<String> ids) {
        List<Post> visible = find(ids).stream().filter(Post::visible).toList();
        Set<String> questions =
                visible.stream().map(Post::questionId).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> visibleQuestions =
                find(questions).stream().filter(Post::visible).map(Post::id).collect(Collectors.toSet());
        return visible.stream()
                .filter(post -> post.questionId() == null || visibleQuestions.contains(post.questionId()))
                .map(Post::id)
                .collect(Collectors.toSet());
    }

    /** Whether readers find that one. */
    default boolean isSeen(String id) {
        return seenAmong(List.of(id)).contains(id);
    }

    /** Keeps it unless a newer copy, or the same, is kept already. */
    void keep(Post post);

    /** Keeps that a topic is there. */
    void keepTopic(String slug, long version, String name);

    /** The name of the topic, empty when there is none. */
    Optional<String> topicNamed(String slug);
}
