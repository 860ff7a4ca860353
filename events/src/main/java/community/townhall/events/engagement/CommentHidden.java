/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A published comment was taken from view for the time being. */
public record CommentHidden(CommentState comment) implements CommentStandingChanged {}
