/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

/** What members and moderators do. */
enum Act {
    EDIT_CLEAN,
    EDIT_COARSE,
    EDIT_SEVERE,
    DELETE,
    REPORT,
    DISMISS,
    APPROVE,
    REJECT,
    HIDE,
    REMOVE,
    RESTORE
}
