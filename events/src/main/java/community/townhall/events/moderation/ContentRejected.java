/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

/** A moderator did not let held content through. */
public record ContentRejected(ContentStanding content) implements ContentStandingChanged {}
