/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

/** What a case was first opened for. */
public enum CaseOrigin {
    SCREENING,
    REPORT,
    MODERATOR
}
