/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A post was not let through. */
public record PostRejected(PostState post) implements PostStandingChanged {}
