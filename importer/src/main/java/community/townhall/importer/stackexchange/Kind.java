/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.Locale;

/** What the rows of a dump are counted as. */
enum Kind {
    USERS,
    TOPICS,
    QUESTIONS,
    ANSWERS,
    /** Rows of {@code Posts.xml} that are neither: wikis of tags, nominations and the like. */
    OTHER_POSTS,
    COMMENTS,
    VOTES,
    BADGES;

    /** The name in the report. */
    String reportName() {
        return this == OTHER_POSTS ? "otherPosts" : name().toLowerCase(Locale.ROOT);
    }
}
