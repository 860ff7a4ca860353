/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A comment was written; it waits to be screened. */
public record CommentCreated(CommentState comment) implements CommentChanged {}
