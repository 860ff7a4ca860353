/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

/** Where a case is. */
public enum CaseStatus {
    /** Waits for somebody. */
    OPEN,
    /** Set aside for later. */
    QUEUED,
    /** A moderator works on it, until their claim expires. */
    ASSIGNED,
    /** Waits for an operator. */
    ESCALATED,
    CLOSED
}
