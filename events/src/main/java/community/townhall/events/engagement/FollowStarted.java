/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A member began to follow somebody or something. */
public record FollowStarted(FollowState follow) implements FollowChanged {}
