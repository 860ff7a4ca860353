/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A post that had been hidden or removed is visible again. */
public record PostRestored(PostState post) implements PostStandingChanged {}
