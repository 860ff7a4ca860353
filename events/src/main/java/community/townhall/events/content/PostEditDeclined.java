/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** An edit of a published post was not let through; the former text stays. */
public record PostEditDeclined(PostState post) implements PostChanged {}
