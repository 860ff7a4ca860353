/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.tally;

/**
 * The comments on one target, counted.
 *
 * @param visible how many readers see
 */
public record CommentCount(long visible, Evidence evidence) {}
