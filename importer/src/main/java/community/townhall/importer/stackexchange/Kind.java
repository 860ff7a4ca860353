/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import java.util.Locale;

/** What the rows of a dump are counted as. */
enum Kind {
    USERS,
    /** What users say of themselves: a column of {@code Users.xml}. */
    ABOUTS,
    TOPICS,
    /** Excerpts and wikis of tags: rows of {@code Posts.xml}. */
    WIKIS,
    QUESTIONS,
    ANSWERS,
    /** Rows of {@code Posts.xml} that are none of these: nominations and the like. */
    OTHER_POSTS,
    COMMENTS,
    VOTES,
    BADGES;

    /** The name in the report. */
    String reportName() {
        return this == OTHER_POSTS ? "otherPosts" : name().toLowerCase(Locale.ROOT);
    }
}
