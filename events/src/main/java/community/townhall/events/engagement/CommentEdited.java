/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment's text changed; it is screened again. */
public record CommentEdited(CommentState comment) implements CommentChanged {}
