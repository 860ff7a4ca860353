/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

/** Why a case is closed. */
public enum Closing {
    DECIDED,
    /** Its author has changed the text, and the new one was let through. */
    SUPERSEDED,
    /** What the screening held it for is no longer so. */
    LIFTED,
    /** What it was about, or what that stands under, was deleted by its author. */
    DELETED
}
