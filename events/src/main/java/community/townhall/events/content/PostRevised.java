/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

/** An edit of a published post was let through and is now the text in force. */
public record PostRevised(PostState post) implements PostChanged {}
