/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Post;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post with all its answers, whoever may see them: the accepted one first, then by score, then by age. The texts of the
 * answers are left out, as there may be any number of them.
 */
public record ThreadReading(PostReading post, List<PostReading> answers) {

    /** As that reader sees it; empty answers for a post that takes none. */
    public ThreadReading visibleTo(@Nullable String memberId, boolean moderator) {
        Predicate<PostReading> visible = answer ->
                !answer.post().publication().withdrawn() && answer.post().isVisibleTo(memberId, moderator);
        return new ThreadReading(post, answers.stream().filter(visible).toList());
    }

    /** Whether that reader sees just what everybody sees: no text of their own is in it, and they moderate nothing. */
    public boolean isPublicViewOf(@Nullable String memberId, boolean moderator) {
        return !moderator && authors().noneMatch(author -> author.equals(memberId));
    }

    /** By whom the texts are that are in it, seen by others or not; some more than once. */
    public Stream<String> authors() {
        return Stream.concat(Stream.of(post), answers.stream())
                .map(reading -> reading.post().authorId());
    }

    static ThreadReading of(PostReading found, List<PostReading> answers) {
        PostReading post = found.showingOf(answers.stream()
                .map(PostReading::post)
                .filter(Post::isVisible)
                .map(Post::id)
                .collect(Collectors.toSet()));
        AcceptedAnswer accepted = post.post().accepted();
        String acceptedId = accepted == null ? null : accepted.answerId();
        java.util.Comparator<PostReading> order = java.util.Comparator.comparing(
                        (PostReading answer) -> !Objects.equals(answer.post().id(), acceptedId))
                .thenComparing(java.util.Comparator.comparingLong(
                                (PostReading answer) -> answer.figures().score())
                        .reversed())
                .thenComparing(answer -> answer.post().authorship().createdAt())
                .thenComparing(answer -> answer.post().id());
        return new ThreadReading(post, answers.stream().sorted(order).toList());
    }
}
