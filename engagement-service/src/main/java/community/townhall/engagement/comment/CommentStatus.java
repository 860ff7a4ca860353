/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

/** Where a comment is on its way to its readers. */
public enum CommentStatus {
    /** Waits to be screened, for the first time or after an edit. */
    PENDING,
    PUBLISHED,
    /** Waits for a moderator. */
    HELD,
    REJECTED,
    /** Taken from view for the time being. */
    HIDDEN,
    /** Taken down, by a moderator or by its author. */
    REMOVED
}
