/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

/** Where a post is on its way to its readers. */
public enum PostStatus {
    /** Its author still writes it; nobody else knows of it. */
    DRAFT,
    /** Its author set the time from which it is to be published. */
    SCHEDULED,
    /** It waits to be screened. */
    PENDING,
    PUBLISHED,
    /** It waits for a moderator. */
    HELD,
    REJECTED,
    /** Taken from view for the time being. */
    HIDDEN,
    /** Taken down, by a moderator or by its author. */
    REMOVED;

    public boolean isVisible() {
        return this == PUBLISHED;
    }

    /** Whether only its author knows of it: nothing was told to other services. */
    public boolean isPrivate() {
        return this == DRAFT || this == SCHEDULED;
    }
}
