/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

/** Content was taken from view, by a moderator or by the weight of reports. */
public record ContentHidden(ContentStanding content) implements ContentStandingChanged {}
