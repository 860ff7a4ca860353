/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

/** What one phase of the screening says, the mildest first. */
public enum Outcome {
    NOT_APPLICABLE,
    PASS,
    HOLD,
    REJECT
}
