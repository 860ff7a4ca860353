/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.member;

/**
 * What a member is called.
 *
 * @param version of engagement's member; 0 for a name known only from an access token
 */
public record MemberName(String memberId, long version, String displayName) {}
