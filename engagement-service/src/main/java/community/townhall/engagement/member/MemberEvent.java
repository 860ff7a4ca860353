/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.member;

/** What happened to a member, with the member as they are after it. */
public sealed interface MemberEvent {

    Member member();

    /** Somebody became a member. */
    record Joined(Member member) implements MemberEvent {}

    /** A member presents themselves differently. */
    record ProfileChanged(Member member) implements MemberEvent {}
}
