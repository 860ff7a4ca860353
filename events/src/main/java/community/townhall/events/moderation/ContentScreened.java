/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

/** The screening pipeline judged a revision: approved, held for a moderator, or rejected. */
public record ContentScreened(ContentStanding content) implements ContentStandingChanged {}
