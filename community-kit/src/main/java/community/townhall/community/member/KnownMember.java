/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member;

/**
 * A member as other services know one.
 *
 * @param version of the member when this was told; 0 for what is known from an access token alone
 */
public record KnownMember(String id, long version, String displayName) {}
