/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A post became visible to readers. */
public record PostPublished(PostState post) implements PostStandingChanged {}
