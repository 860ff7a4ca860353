/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

/** Content that had been hidden or removed stands again. */
public record ContentRestored(ContentStanding content) implements ContentStandingChanged {}
