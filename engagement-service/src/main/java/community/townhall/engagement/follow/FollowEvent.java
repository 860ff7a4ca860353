/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

/** What happened to a follow, with the follow as it is after it. */
public sealed interface FollowEvent {

    Follow follow();

    /** They began. */
    record Started(Follow follow) implements FollowEvent {}

    /** They stopped. */
    record Ended(Follow follow) implements FollowEvent {}
}
