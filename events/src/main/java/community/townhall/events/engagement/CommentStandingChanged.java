/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** Whether readers see a comment may have changed. */
public sealed interface CommentStandingChanged extends CommentChanged
        permits CommentHeld, CommentHidden, CommentPublished, CommentRejected, CommentRemoved, CommentRestored {}
