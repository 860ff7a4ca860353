/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A published post was taken from view for the time being. */
public record PostHidden(PostState post) implements PostStandingChanged {}
