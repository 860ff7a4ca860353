/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import java.util.List;

/** What each author handed in lately: the latest two hundred texts, edits among them. */
public interface RecentTexts {

    /** That author's, in the order of when they were handed in. */
    List<RecentText> by(String authorId);

    /**
     * Adds a text to its author's and tells what stood before it, in one step: of two that are added at once, one sees
     * the other. What was added before stays as it is, and is told once more what stood before it.
     */
    List<RecentText> add(String authorId, RecentText text);
}
