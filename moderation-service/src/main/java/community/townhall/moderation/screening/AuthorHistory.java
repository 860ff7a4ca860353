/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Contents.Recent;
import java.time.Instant;
import java.util.List;

/**
 * What is known of an author when a text of theirs is judged.
 *
 * @param recent their other subjects of the last day, newest first
 * @param earlierTexts when earlier texts of the same subject were screened
 * @param approvedPosts how many of their posts stand approved; counted only as far as it matters
 */
public record AuthorHistory(List<Recent> recent, List<Instant> earlierTexts, int approvedPosts) {

    /** For what was imported: the author's conduct was judged where it took place. */
    public static final AuthorHistory ELSEWHERE = new AuthorHistory(List.of(), List.of(), Integer.MAX_VALUE);
}
