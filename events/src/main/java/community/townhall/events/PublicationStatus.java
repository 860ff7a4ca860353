/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

/** Where a piece of content is on its way to its readers. Open, see {@link #UNKNOWN}. */
public enum PublicationStatus {
    DRAFT,
    SCHEDULED,
    PENDING,
    PUBLISHED,
    HELD,
    REJECTED,
    HIDDEN,
    REMOVED,
    UNKNOWN;

    /** Whether readers see it. */
    public boolean isVisible() {
        return this == PUBLISHED;
    }
}
