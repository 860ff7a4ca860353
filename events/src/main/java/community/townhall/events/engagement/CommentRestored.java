/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment that had been hidden or removed is visible again. */
public record CommentRestored(CommentState comment) implements CommentStandingChanged {}
