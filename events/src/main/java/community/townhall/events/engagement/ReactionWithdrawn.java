/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A member took a reaction back. */
public record ReactionWithdrawn(ReactionState reaction) implements ReactionChanged {}
