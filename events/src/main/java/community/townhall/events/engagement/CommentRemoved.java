/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment was taken down, by its author or a moderator. */
public record CommentRemoved(CommentState comment) implements CommentStandingChanged {}
