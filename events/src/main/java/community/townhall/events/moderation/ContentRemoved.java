/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

/** A moderator took content down. */
public record ContentRemoved(ContentStanding content) implements ContentStandingChanged {}
