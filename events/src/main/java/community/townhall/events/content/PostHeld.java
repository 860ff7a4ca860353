/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A post waits for a moderator. */
public record PostHeld(PostState post) implements PostStandingChanged {}
