/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** What a post is. Open: readers meet kinds that later releases add as {@link #UNKNOWN}. */
public enum PostKind {
    DISCUSSION,
    QUESTION,
    ANSWER,
    ARTICLE,
    ANNOUNCEMENT,
    EXPERIENCE,
    UNKNOWN
}
