/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

/** How a piece of content stands. */
public enum Standing {
    APPROVED,
    HELD,
    REJECTED,
    HIDDEN,
    REMOVED;

    /** Whether it was taken from view after it had been approved; only a ruling lifts that. */
    public boolean isTakenDown() {
        return this == HIDDEN || this == REMOVED;
    }
}
