/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment was not let through. */
public record CommentRejected(CommentState comment) implements CommentStandingChanged {}
