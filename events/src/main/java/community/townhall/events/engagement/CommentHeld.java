/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment waits for a moderator. */
public record CommentHeld(CommentState comment) implements CommentStandingChanged {}
