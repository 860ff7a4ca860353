/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

/** A member changed how they present themselves. */
public record MemberProfileChanged(MemberState member) implements MemberChanged {}
