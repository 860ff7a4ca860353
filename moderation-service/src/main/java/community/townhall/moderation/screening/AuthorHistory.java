/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What is known of an author when a text of theirs is judged.
 *
 * @param texts what they handed in before it, earlier texts of the same subject among it
 * @param approvedPosts how many of their posts stand approved; counted only as far as it matters
 */
public record AuthorHistory(List<RecentText> texts, int approvedPosts) {

    /** For what was imported: the author's conduct was judged where it took place. */
    public static final AuthorHistory ELSEWHERE = new AuthorHistory(List.of(), Integer.MAX_VALUE);

    /** What is gone is nobody's model; that it was written still counts. */
    AuthorHistory without(Set<String> deleted) {
        List<RecentText> left = texts.stream()
                .map(text -> deleted.contains(text.subjectId()) ? text.withoutFingerprint() : text)
                .toList();
        return new AuthorHistory(left, approvedPosts);
    }

    /** Which of their other subjects say the same. */
    List<String> alike(RecentText said) {
        return others(said.subjectId()).stream()
                .filter(other -> other.fingerprint().equals(said.fingerprint()))
                .map(RecentText::subjectId)
                .toList();
    }

    /** When its subject began to say so: edits that leave a text as it is, such as those of its title, say nothing anew. */
    public Instant saidSince(RecentText said) {
        Instant since = said.at();
        List<RecentText> own = texts.stream()
                .filter(text -> text.subjectId().equals(said.subjectId()) && text.revision() < said.revision())
                .sorted(Comparator.comparingInt(RecentText::revision).reversed())
                .toList();
        for (RecentText former : own) {
            if (!former.fingerprint().equals(said.fingerprint())) {
                break;
            }
            since = former.at();
        }
        return since;
    }

    /** The newest text of each of their other subjects. */
    public List<RecentText> others(String subjectId) {
        return List.copyOf(texts.stream()
                .filter(text -> !text.subjectId().equals(subjectId))
                .collect(Collectors.toMap(
                        RecentText::subjectId,
                        text -> text,
                        BinaryOperator.maxBy(Comparator.comparingInt(RecentText::revision))))
                .values());
    }
}
