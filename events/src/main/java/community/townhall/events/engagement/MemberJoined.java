/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** Somebody became a member. */
public record MemberJoined(MemberState member) implements MemberChanged {}
