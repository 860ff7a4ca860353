/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

/** What a post is. */
public enum PostKind {
    DISCUSSION,
    QUESTION,
    ANSWER,
    ARTICLE,
    ANNOUNCEMENT,
    EXPERIENCE
}
