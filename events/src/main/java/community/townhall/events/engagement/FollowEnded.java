/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A member stopped following. */
public record FollowEnded(FollowState follow) implements FollowChanged {}
