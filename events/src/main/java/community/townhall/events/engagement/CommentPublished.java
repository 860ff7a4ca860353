/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment became visible to readers. */
public record CommentPublished(CommentState comment) implements CommentStandingChanged {}
