/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A member reacted to something, or turned a vote round. */
public record ReactionGiven(ReactionState reaction) implements ReactionChanged {}
