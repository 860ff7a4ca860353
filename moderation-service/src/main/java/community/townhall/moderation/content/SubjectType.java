/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

/** What is moderated. An answer is a post. */
public enum SubjectType {
    POST,
    COMMENT
}
