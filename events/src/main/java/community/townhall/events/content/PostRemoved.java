/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** A post was taken down. */
public record PostRemoved(PostState post) implements PostStandingChanged {}
