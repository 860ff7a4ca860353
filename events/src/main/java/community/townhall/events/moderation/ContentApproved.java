/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

/** A moderator let held content through. */
public record ContentApproved(ContentStanding content) implements ContentStandingChanged {}
